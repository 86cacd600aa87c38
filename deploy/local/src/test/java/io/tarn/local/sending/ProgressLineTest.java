package io.tarn.local.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

  @Test
  void saysHowFarItIsAndWhatIsLeft() {
    // given
    var line = new ProgressLine(out, false, 4_000_000, true);
    // when
    line.addBytes(1_000_000);
    line.addEvents(5000);
    // then
    assertThat(line.text(10))
        .isEqualTo("███████░░░░░░░░░░░░░░░░░░░░░░░  25 %  5,000 events, 500/s, 1.0 MB, 30 s left");
  }

  @Test
  void writesNothingWhereNobodyWatches() {
    // when
    try (var line = new ProgressLine(out, false, 10, false)) {
      line.events(10);
    }
    // then
    assertThat(written.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"999, 999 B", "1000, 1.0 kB", "2500000, 2.5 MB", "7000000000, 7.0 GB"})
  void readsBytesAsPeopleDo(long bytes, String text) {
    assertThat(ProgressLine.size(bytes)).isEqualTo(text);
  }
}
