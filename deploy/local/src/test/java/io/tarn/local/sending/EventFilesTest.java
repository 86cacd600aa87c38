package io.tarn.local.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFilesTest {
  @Test
  void findsFilesUnderAnyName(@TempDir Path folder) throws IOException {
    // given
    var trail = file(folder, "AWSLogs/1/CloudTrail/us-east-1/2026/01/02/a.json.gz");
    var digest = file(folder, "AWSLogs/1/CloudTrail-Digest/us-east-1/d.json.gz");
    var log = file(folder, "more/cloudtrail.log");
    var stream = file(folder, "more/trail-to-s3-1-2025-02-03-10-00-00-11111111");
    var upper = file(folder, "more/UPPER.JSON.GZ");
    // when
    var found = EventFiles.in(folder);
    // then
    assertThat(found.files())
        .extracting(Sendable::name)
        .containsExactlyInAnyOrder(
            trail.toString(),
            digest.toString(),
            log.toString(),
            stream.toString(),
            upper.toString());
    assertThat(found.unreadable()).isEmpty();
  }

  @Test
  void findsAllFilesOfAPublicCase() throws IOException {
    // given
    var corpus =
        Optional.ofNullable(System.getenv("TARN_CORPUS")).map(Path::of).orElse(Path.of(""));
    var folder = corpus.resolveSibling("cases").resolve("19-names-without-ending");
    assumeThat(Files.isDirectory(folder)).as("there is no case at " + folder).isTrue();
    // when
    var found = EventFiles.in(folder);
    // then
    assertThat(found.files()).hasSize(8);
  }

  @Test
  void namesWhatCannotBeRead(@TempDir Path folder) throws IOException {
    // given
    var whole = file(folder, "a.json");
    var link = Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("missing"));
    var circle = Files.createSymbolicLink(folder.resolve("circle"), folder);
    // when
    var found = EventFiles.in(folder);
    // then
    assertThat(found.files()).extracting(Sendable::name).containsExactly(whole.toString());
    assertThat(found.unreadable()).containsOnlyKeys(link.toString(), circle.toString());
  }

  @Test
  void takesANamedFileWhateverItsName(@TempDir Path folder) throws IOException {
    // given
    var named = file(folder, "events.txt");
    // when
    var found = EventFiles.in(named);
    // then
    assertThat(found.files()).extracting(Sendable::size).containsExactly(2L);
  }

  @Test
  void joinsSeveralPlaces(@TempDir Path folder) throws IOException {
    // given
    var one = EventFiles.in(file(folder, "b"));
    var two = EventFiles.in(file(folder, "a"));
    // then
    assertThat(EventFiles.joined(List.of(one, two)).files())
        .containsExactly(one.files().getFirst(), two.files().getFirst());
  }

  @Test
  void saysWhichFileCannotBeRead(@TempDir Path folder) {
    assertThatThrownBy(() -> EventFiles.in(folder.resolve("missing.json")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("missing.json");
  }

  private static Path file(Path folder, String name) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "{}");
  }
}
