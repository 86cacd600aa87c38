package io.tarn.service.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSizeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "\"\\\n\u0000\u001f", "\u00e4\u20ac", "\ud83d\ude00"})
  void isNeverLessThanWhatIsWritten(String text) throws JsonProcessingException {
    var written = JSON.writeValueAsBytes(text).length - 2;
    assertThat(JsonSize.of(text)).isBetween((long) written, 3L * written);
  }

  @Test
  void addsTextsUpAndTakesNullForNothing() {
    assertThat(JsonSize.of("ab", null, "c")).isEqualTo(3);
  }
}
