package io.tarn.scheduler.approval.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLinesTest {
  @Test
  void numbersLinesAsTheyStandInTheFile() throws IOException {
    // given
    var file = "\uFEFFa,b\r\n1,\"two\nlines, and \"\"quotes\"\"\"\r\n\r\n3,\n5,six\n";
    // when
    var lines = read(file.getBytes(StandardCharsets.UTF_8));
    // then
    assertThat(lines)
        .containsExactly(
            new CsvLines.Line(1, List.of("a", "b")),
            new CsvLines.Line(2, List.of("1", "two\nlines, and \"quotes\"")),
            new CsvLines.Line(5, List.of("3", "")),
            new CsvLines.Line(6, List.of("5", "six")));
  }

  @Test
  void namesTheLineThatCannotBeRead() {
    assertRefused("a,b\n1,2\n3,\"open\n".getBytes(StandardCharsets.UTF_8), "quotation mark");
    assertRefused("a,b\n1,\u00fc\n".getBytes(StandardCharsets.ISO_8859_1), "UTF-8");
    assertRefused(("a\n" + "x".repeat(200_000)).getBytes(StandardCharsets.UTF_8), "100000");
  }

  private static void assertRefused(byte[] file, String reason) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(CsvRefusedException.class)
        .hasMessageContaining(reason);
  }

  private static List<CsvLines.Line> read(byte[] file) throws IOException {
    var read = new ArrayList<CsvLines.Line>();
    try (var lines = new CsvLines(new ByteArrayInputStream(file))) {
      for (var line = lines.next(); line != null; line = lines.next()) {
        read.add(line);
      }
    }
    return read;
  }
}
