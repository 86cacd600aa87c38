package io.tarn.ingest.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.ingest.json.JsonReader;
import io.tarn.ingest.json.NotJsonException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventDigestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\"b\":[2]}        | {\"b\": [2.0], \"a\": 1}",
        "{\"a\":\"\\u0041\"}        | {\"a\":\"A\"}",
        "{\"a\":1,\"a\":2}          | {\"a\":1,\"a\":2}",
        "{\"n\":9007199254740993}   | {\"n\":9007199254740993}",
        "{\"t\":\"\\u0000\"}        | { \"t\":\"\\u0000\" }",
      })
  void isTheSameForTheSameEvent(String one, String other) {
    assertThat(digest(one)).isEqualTo(digest(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1}                  | {\"a\":\"1\"}",
        "{\"a\":[1,2]}              | {\"a\":[2,1]}",
        "{\"a\":1,\"a\":2}          | {\"a\": 1,\"a\":2}",
        "{\"a\":1,\"a\":2}          | {\"a\":2}",
        "{\"n\":9007199254740993}   | {\"n\":9007199254740992}",
        "{\"n\":9007199254740993}   | {\"n\": 9007199254740993}",
        "{\"t\":\"\\ud800\"}        | { \"t\":\"\\ud800\" }",
        "{\"a\":null}               | {}",
      })
  void differsForOtherEventsAndWhereOnlyBytesCount(String one, String other) {
    assertThat(digest(one)).isNotEqualTo(digest(other));
  }

  private static byte[] digest(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return EventDigest.of(bytes, JsonReader.read(bytes));
    } catch (NotJsonException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
