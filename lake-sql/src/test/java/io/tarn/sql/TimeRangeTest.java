package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The event times that a condition leaves: never fewer than it needs, as few as its terms say.
class TimeRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          eventTime >= '2024-05-01'                                   | 2024-05-01T00:00 |
          eventTime > '2024-05-01' and eventTime < '2024-06-01'       | 2024-05-01T00:00 | 2024-06-01T00:00
          '2024-05-01' <= eventTime and readOnly                      | 2024-05-01T00:00 |
          eventTime between '2024-05-01' and '2024-05-02'             | 2024-05-01T00:00 | 2024-05-02T00:00
          eventTime in ('2024-05-03', '2024-05-01')                   | 2024-05-01T00:00 | 2024-05-03T00:00
          calendarday = 20240501                                      | 2024-05-01T00:00 | 2024-05-01T23:59:59.999
          calendarday > 20240501 and eventTime < '2024-05-03'         | 2024-05-01T00:00 | 2024-05-03T00:00
          calendarday = 20240599                                      |                  |
          eventTime = '2024-05-01' or readOnly                        |                  |
          not (eventTime > '2024-05-01')                              |                  |
          eventTime in ('2024-05-03', null)                           |                  |
          readOnly                                                    |                  |
          """)
  void isReadFromTheTermsThatMustAllHold(String condition, String from, String to) {
    // when
    var range =
        new Translator()
            .translate("select 1 from $EDS_ID where " + condition, Stores.CONTEXT)
            .timeRange();
    // then
    assertThat(range.from().map(Object::toString).orElse(null)).isEqualTo(from);
    assertThat(range.to().map(Object::toString).orElse(null)).isEqualTo(to);
  }
}
