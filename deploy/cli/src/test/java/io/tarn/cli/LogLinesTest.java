package io.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLinesTest {
  @TempDir private Path folder;
  private Path log;

  @BeforeEach
  void placeTheLog() {
    log = folder.resolve("query-service.log");
  }

  @Test
  void endsWithTheNewestLines() throws IOException {
    // given
    Files.writeString(log, "a\nb\nc\nunfinished");
    // when
    var newest = LogLines.newest(log, 2);
    // then
    assertThat(newest.lines()).containsExactly("c", "unfinished");
    assertThat(newest.end()).isEqualTo(Files.size(log));
  }

  @Test
  void waitsForTheEndOfALine() throws IOException {
    // given
    Files.writeString(log, "a\nhal");
    // when
    var first = LogLines.after(log, 0);
    Files.writeString(log, "f\n", StandardOpenOption.APPEND);
    var second = LogLines.after(log, first.end());
    // then
    assertThat(first.lines()).containsExactly("a");
    assertThat(second.lines()).containsExactly("half");
  }

  @Test
  void beginsAnewWithTheFile() throws IOException {
    // given
    Files.writeString(log, "new\n");
    // when
    var lines = LogLines.after(log, 1000);
    // then
    assertThat(lines.lines()).containsExactly("new");
  }

  @Test
  void readsBytesThatAreNoText() throws IOException {
    // given
    Files.write(log, new byte[] {'a', (byte) 0xff, '\n'});
    // when
    var newest = LogLines.newest(log, 10);
    // then
    assertThat(newest.lines()).containsExactly("a\uFFFD");
  }

  @Test
  void readsALargeLogFromItsEnd() throws IOException {
    // given
    Files.writeString(log, "x".repeat(99).concat("\n").repeat(50_000) + "last\n");
    // when
    var newest = LogLines.newest(log, 1);
    // then
    assertThat(newest.lines()).containsExactly("last");
  }
}
