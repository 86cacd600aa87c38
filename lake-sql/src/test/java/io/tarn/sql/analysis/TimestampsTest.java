package io.tarn.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  @ParameterizedTest
  @CsvSource({
    "2023-01-01 00:00:00, 2023-01-01T00:00:00",
    "2022-05-18T21:51:39Z, 2022-05-18T21:51:39",
    "2020-01-01, 2020-01-01T00:00:00",
    "2020-1-2 3:04, 2020-01-02T03:04:00",
    "2023-01-30 22:22:30.000, 2023-01-30T22:22:30",
    "2023-01-30 22:22:30.123456, 2023-01-30T22:22:30.123456",
    "2023-01-30T00:30:00+02:00, 2023-01-29T22:30:00",
    "2023-01-30 00:30:00 UTC, 2023-01-30T00:30:00",
  })
  void readsTheFormsOfLake(String text, LocalDateTime expected) {
    assertThat(Timestamps.parse(text).orElseThrow().time()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2023-02-30",
        "2023-13-01",
        "2023-01-01 24:00:00",
        "2023-01-01 00:00:00.1234567",
        "01/02/2023",
        "2023-01-01 00:00:00 Europe/Berlin",
      })
  void refusesEverythingElse(String text) {
    assertThat(Timestamps.parse(text)).isEmpty();
  }
}
