package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each case of `translation/` becomes the PostgreSQL text beside it.
class TranslationTest {
  static List<TranslationCase> cases() {
    return TranslationCase.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void rendersAsExpected(TranslationCase scenario) {
    // when
    var translation = new Translator().translate(scenario.statement(), Stores.CONTEXT);
    // then
    var actual = TranslationCase.print(translation);
    assertThat(actual).isEqualTo(scenario.expectedTranslation(actual));
  }
}
