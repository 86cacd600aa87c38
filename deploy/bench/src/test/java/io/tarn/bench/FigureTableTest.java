package io.tarn.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FigureTableTest {
  @Test
  void alignsNamesToTheLeftAndNumbersToTheRight() {
    // given
    var table = new FigureTable("", "events", "goal");
    table.add("bulk", "500,000", "80 %");
    table.add("many small files", "9");
    // when
    var text = printed(table);
    // then
    assertThat(text)
        .isEqualTo(
            """

                               events  goal
            bulk              500,000  80 %
            many small files        9
            """);
  }

  @Test
  void refusesMoreCellsThanColumns() {
    // given
    var table = new FigureTable("", "events");
    // then
    assertThatIllegalArgumentException().isThrownBy(() -> table.add("bulk", "1", "2"));
  }

  private static String printed(FigureTable table) {
    var written = new ByteArrayOutputStream();
    table.print(new PrintStream(written, true, StandardCharsets.UTF_8));
    return written.toString(StandardCharsets.UTF_8);
  }
}
