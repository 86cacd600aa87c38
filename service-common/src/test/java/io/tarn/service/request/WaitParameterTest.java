package io.tarn.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.service.problem.ProblemException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitParameterTest {
  @ParameterizedTest
  @CsvSource({
    "5, PT5S",
    "0, PT0S",
    "5s, PT5S",
    "5S, PT5S",
    "1.5s, PT1.5S",
    "500ms, PT0.5S",
    "1m, PT1M",
    "1m30s, PT1M30S",
    "PT5S, PT5S",
    "pt5s, PT5S",
    "P1D, PT24H"
  })
  void readsEachForm(String text, Duration meant) {
    // when
    var read = WaitParameter.of(text);

    // then
    assertThat(read).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "soon",
        "-5",
        "-5s",
        "PT-5S",
        "5 s",
        "5x",
        "ms",
        "1.5",
        "٥",
        "PT-99999999999999S",
        "9999999999999999999",
        "9999999999999999999ms",
        "9999999999999999999m"
      })
  void refusesOtherTextsAndSaysTheForms(String text) {
    // when / then
    assertThatThrownBy(() -> WaitParameter.of(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.problem().detail())
                  .startsWith("wait must be")
                  .contains("such as 5,", "5s", "PT5S");
            });
  }
}
