package io.tarn.sql.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tarn.sql.pattern.RegexReplacement.InReplacement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexReplacementTest {
  private static final String TWO_GROUPS = "(a)(?<second>b)";

  @ParameterizedTest
  @CsvSource({
    "x, x",
    "$0, \\&",
    "$1-$2, \\1-\\2",
    "${second}, \\2",
    "$12, \\12",
    "$20, \\20",
    "\\$1, $1",
    "\\\\1, \\\\1",
    "\\t, t",
    "a&b, a&b",
  })
  void saysTheSame(String trino, String postgres) {
    assertThat(RegexReplacement.translate(TWO_GROUPS, trino).postgresReplacement())
        .isEqualTo(postgres);
  }

  @ParameterizedTest
  @CsvSource({"a$, 1", "$3, 0", "$x, 0", "${third}, 0", "${second, 0", "a\\, 1"})
  void refusesWhatTrinoRefuses(String trino, int offset) {
    assertThatExceptionOfType(InReplacement.class)
        .isThrownBy(() -> RegexReplacement.translate(TWO_GROUPS, trino))
        .satisfies(refused -> assertThat(refused.fault().offset()).isEqualTo(offset))
        .satisfies(
            refused -> assertThat(refused.fault()).isInstanceOf(PatternException.Invalid.class));
  }
}
