package io.tarn.sql.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikePatternTest {
  @ParameterizedTest
  @CsvSource({
    "abc, abc, abc, true",
    "a\\b%, a\\\\b%, a\\b, false",
    "a_c, a_c, a, false",
    "%a, %a, '', false",
    "'', '', '', true",
  })
  void knowsNoEscapeUnlessTold(String pattern, String postgres, String prefix, boolean isExact) {
    // when
    var like = LikePattern.parse(pattern, Optional.empty());
    // then
    assertThat(like.postgresPattern()).isEqualTo(postgres);
    assertThat(like.prefix()).isEqualTo(prefix);
    assertThat(like.isExact()).isEqualTo(isExact);
  }

  @ParameterizedTest
  @CsvSource({
    "a!_%, !, a\\_%, a_, false",
    "a!!b, !, a!b, a!b, true",
    "a\\%, \\, a\\%, a%, true",
    "100%%, %, 100\\%, 100%, true",
    "__a_%, _, \\_a\\%, _a%, true",
    "\\!%, !, \\\\\\%, \\%, true",
  })
  void takesTheEscapeAway(
      String pattern, String escape, String postgres, String prefix, boolean isExact) {
    // when
    var like = LikePattern.parse(pattern, Optional.of(escape.codePointAt(0)));
    // then
    assertThat(like.postgresPattern()).isEqualTo(postgres);
    assertThat(like.prefix()).isEqualTo(prefix);
    assertThat(like.isExact()).isEqualTo(isExact);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab!", "ab!c", "ab!!!"})
  void refusesAnEscapeBeforeAnotherCharacter(String pattern) {
    assertThatExceptionOfType(PatternException.Invalid.class)
        .isThrownBy(() -> LikePattern.parse(pattern, Optional.of((int) '!')))
        .satisfies(refused -> assertThat(refused.offset()).isEqualTo(pattern.length() > 4 ? 4 : 2));
  }

  @Test
  void takesAnEscapeOfTwoUnits() {
    // when
    var like = LikePattern.parse("a\uD83D\uDE00%", Optional.of(0x1F600));
    // then
    assertThat(like.postgresPattern()).isEqualTo("a\\%");
  }
}
