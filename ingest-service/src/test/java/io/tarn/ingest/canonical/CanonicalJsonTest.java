package io.tarn.ingest.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.ingest.json.JsonReader;
import io.tarn.ingest.json.NotJsonException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The published vectors of RFC 8785 (§3.2.2, §3.2.3, appendix B) and what Tarn adds to it.
class CanonicalJsonTest {

  @Test
  void writesTheExampleOfTheRfc() {
    // given
    var input =
        """
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
          "literals": [null, true, false]
        }
        """;

    // when
    var canonical = form(input).text();

    // then
    assertThat(canonical)
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void sortsNamesByTheirUtf16Units() {
    // given
    var input =
        """
        {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",
         "1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control",
         "\\u00f6":"Latin Small Letter O With Diaeresis"}
        """;

    // when
    var canonical = form(input).text();

    // then
    assertThat(canonical)
        .containsSubsequence(
            "Carriage Return", "One", "Control", "Latin", "Euro", "Emoji", "Hebrew");
  }

  @ParameterizedTest
  @CsvSource({
    "0000000000000000,0",
    "8000000000000000,0",
    "0000000000000001,5e-324",
    "8000000000000001,-5e-324",
    "7fefffffffffffff,1.7976931348623157e+308",
    "ffefffffffffffff,-1.7976931348623157e+308",
    "4340000000000000,9007199254740992",
    "c340000000000000,-9007199254740992",
    "4430000000000000,295147905179352830000",
    "44b52d02c7e14af5,9.999999999999997e+22",
    "44b52d02c7e14af6,1e+23",
    "44b52d02c7e14af7,1.0000000000000001e+23",
    "444b1ae4d6e2ef4e,999999999999999700000",
    "444b1ae4d6e2ef4f,999999999999999900000",
    "444b1ae4d6e2ef50,1e+21",
    "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d,0.000001",
    "41b3de4355555553,333333333.3333332",
    "41b3de4355555554,333333333.33333325",
    "41b3de4355555555,333333333.3333333",
    "41b3de4355555556,333333333.3333334",
    "41b3de4355555557,333333333.33333343",
    "becbf647612f3696,-0.0000033333333333333333",
    "43143ff3c1cb0959,1424953923781206.2"
  })
  void writesNumbersAsTheRfcDoes(String bits, String expected) {
    // given
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

    // when
    var canonical = form("[" + value + "]").text();

    // then
    assertThat(canonical).isEqualTo("[" + expected + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "4.50", "0.1", "1E30", "1.585780829E9", "999999999999999", "-0.0"})
  void takesNumbersThatADoubleKeeps(String token) {
    assertThat(form("[" + token + "]").isLossless()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345678901234567890",
        "9007199254740993",
        "333333333.33333329",
        "0.10000000000000000001",
        "1e-400"
      })
  void tellsNumbersThatADoubleChanges(String token) {
    assertThat(form("[" + token + "]").isLossless()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"a\":{\"b\":1,\"\\u0062\":2}}",
        "[\"\\ud800\"]",
        "{\"\\udc00\":1}",
        "[1e400]",
        "[1e99999999999]"
      })
  void knowsNoFormWhereTheRfcDoesNotApply(String input) {
    assertThat(CanonicalJson.of(read(input))).isEmpty();
  }

  private static CanonicalJson.Form form(String input) {
    return CanonicalJson.of(read(input)).orElseThrow();
  }

  private static io.tarn.ingest.json.Json read(String input) {
    try {
      return JsonReader.read(input.getBytes(StandardCharsets.UTF_8));
    } catch (NotJsonException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
