package io.tarn.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFilesTest {
  @Test
  void findsEventsInFoldersAndLeavesDigestsOut(@TempDir Path folder) throws IOException {
    // given
    var trail = file(folder, "AWSLogs/1/CloudTrail/us-east-1/2026/01/02/a.json.gz");
    var lines = file(folder, "more/b.jsonl");
    file(folder, "AWSLogs/1/CloudTrail-Digest/us-east-1/d.json.gz");
    file(folder, "README.md");
    // when
    var found = EventFiles.in(List.of(folder));
    // then
    assertThat(found).containsExactly(trail, lines);
  }

  @Test
  void takesANamedFileWhateverItsName(@TempDir Path folder) throws IOException {
    // given
    var named = file(folder, "events.txt");
    // when
    var found = EventFiles.in(List.of(named));
    // then
    assertThat(found).containsExactly(named);
  }

  private static Path file(Path folder, String name) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "{}");
  }
}
