package io.tarn.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedValuesTest {
  @Test
  void readsAChoiceOfWords() {
    // when
    var values = AllowedValues.of("tenant-admin|analyst|TIMED_OUT");

    // then
    assertThat(values).contains(List.of("tenant-admin", "analyst", "TIMED_OUT"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\\S", "[0-9]{12}", "a|", "(a|b)-c", "a|b*"})
  void takesNoOtherPatternForAChoice(String regexp) {
    // when
    var values = AllowedValues.of(regexp);

    // then
    assertThat(values).isEmpty();
  }

  @Test
  void namesAllValuesInARefusal() {
    assertThat(AllowedValues.refusal(List.of("json", "lake")))
        .isEqualTo("must be one of json, lake");
    assertThat(AllowedValues.refusal(List.of("oidc"))).isEqualTo("must be oidc");
  }
}
