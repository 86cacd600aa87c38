package io.tarn.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTest {

  @ParameterizedTest
  @CsvSource({
    "2025-01-22T22:05:56Z, 2025-01-22T22:05:56Z",
    "20131102T010628Z, 2013-11-02T01:06:28Z",
    "2025-01-22T22:05:56, 2025-01-22T22:05:56Z",
    "2025-01-22 22:05:56.1, 2025-01-22T22:05:56.100Z",
    "2025-01-22T22:05:56.123999999Z, 2025-01-22T22:05:56.123Z",
    "2025-01-22t22:05:56z, 2025-01-22T22:05:56Z",
    "2025-01-22T23:05:56+01:00, 2025-01-22T22:05:56Z",
    "2025-01-22T19:35:56-0230, 2025-01-22T22:05:56Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
    "2025-01-22T22:05:56.1234567890123Z, 2025-01-22T22:05:56.123Z"
  })
  void readsTimes(String text, Instant expected) {
    assertThat(EventTimes.iso8601(text)).hasValue(expected.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2025-01-22",
        "2025-02-30T00:00:00Z",
        "2025-01-22T24:00:01Z",
        "2025-0122T22:05:56Z",
        "1737583556",
        "2025-01-22T22:05:56+99:00",
        "2025-01-22T22:05:56Z and more"
      })
  void refusesWhatIsNoTime(String text) {
    assertThat(EventTimes.iso8601(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-22T22:05:56Z, 2025-01-22T22:05:56Z",
    "2025-01-22t22:05:56z, 2025-01-22T22:05:56Z",
    "2025-01-22T22:05:56.123999999Z, 2025-01-22T22:05:56.123Z",
    "2025-01-22T23:05:56+01:00, 2025-01-22T22:05:56Z",
    "2025-01-22T19:35:56.5-02:30, 2025-01-22T22:05:56.500Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z"
  })
  void readsTimesOfEvents(String text, Instant expected) {
    assertThat(EventTimes.rfc3339(text)).hasValue(expected.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-22T22:05:56",
        "2025-01-22 22:05:56",
        "2025-01-22 22:05:56Z",
        "2025-01-22 22:05:56.123456789",
        "20131102T010628Z",
        "2025-01-22T22:05:56+0100",
        "2025-01-22T22:05:56,5Z",
        "2025-01-22T22:05Z",
        "2025-02-30T00:00:00Z",
        "2025-01-22T22:05:60Z"
      })
  void refusesTimesOfEventsThatAreNotRfc3339(String text) {
    assertThat(EventTimes.rfc3339(text)).isEmpty();
  }
}
