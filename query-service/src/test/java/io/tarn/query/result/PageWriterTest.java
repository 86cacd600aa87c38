package io.tarn.query.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageWriterTest {
  private final List<ResultPage> pages = new ArrayList<>();
  private final PageWriter writer = new PageWriter(pages::add);

  @Test
  void fillsPagesOfAThousandRows() throws SQLException {
    // when
    add(2500, 10);
    // then
    assertThat(pages).extracting(ResultPage::firstRow).containsExactly(0L, 1000L, 2000L);
    assertThat(pages).extracting(ResultPage::rows).containsExactly(1000, 1000, 500);
    assertThat(writer.count()).isEqualTo(2500);
    assertThat(writer.storedBytes()).isPositive();
  }

  @Test
  void endsAPageEarlyWhereRowsAreLong() throws SQLException {
    // when
    add(5, 600_000);
    // then
    assertThat(pages).extracting(ResultPage::rows).containsExactly(2, 2, 1);
  }

  @Test
  void storesNothingForAnEmptyResult() throws SQLException {
    // when
    add(0, 10);
    // then
    assertThat(pages).isEmpty();
    assertThat(writer.count()).isZero();
  }

  private void add(int rows, int characters) throws SQLException {
    for (int at = 0; at < rows; at++) {
      writer.add(
          json -> {
            json.writeStartArray();
            json.writeString("x");
            json.writeEndArray();
            return characters;
          });
    }
    writer.finish();
  }
}
