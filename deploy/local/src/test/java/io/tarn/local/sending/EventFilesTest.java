package io.tarn.local.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFilesTest {
  @Test
  void findsEventsInFoldersAndLeavesDigestsOut(@TempDir Path folder) throws IOException {
    // given
    var trail = file(folder, "AWSLogs/1/CloudTrail/us-east-1/2026/01/02/a.json.gz");
    var lines = file(folder, "more/b.jsonl");
    var packed = file(folder, "more/c.json.zst");
    var result = file(folder, "more/result_1.csv.gz");
    file(folder, "AWSLogs/1/CloudTrail-Digest/us-east-1/d.json.gz");
    file(folder, "README.md");
    // when
    var found = EventFiles.in(folder);
    // then
    assertThat(found)
        .extracting(Sendable::name)
        .containsExactly(trail.toString(), lines.toString(), packed.toString(), result.toString());
  }

  @Test
  void takesANamedFileWhateverItsName(@TempDir Path folder) throws IOException {
    // given
    var named = file(folder, "events.txt");
    // when
    var found = EventFiles.in(named);
    // then
    assertThat(found).extracting(Sendable::size).containsExactly(2L);
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
