package io.tarn.sql.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegexTest {
  private static PostgresRegex postgres;

  @BeforeAll
  static void connect() throws SQLException {
    postgres = new PostgresRegex();
  }

  @AfterAll
  static void close() throws SQLException {
    postgres.close();
  }

  static List<List<String>> answered() {
    return RegexFile.lines("regex.txt");
  }

  static List<List<String>> answeredByJavaToo() {
    return answered().stream()
        .filter(line -> line.get(2).chars().allMatch(c -> c < 0x80) && !line.get(1).startsWith("{"))
        .toList();
  }

  static List<List<String>> refused() {
    return RegexFile.lines("regex-refused.txt");
  }

  @ParameterizedTest
  @MethodSource("answered")
  void answersLikeTrino(List<String> line) throws SQLException {
    // when
    var answer =
        postgres.answer(Use.valueOf(line.get(0)), line.get(1), RegexFile.text(line.get(2)));
    // then
    assertThat(answer).isEqualTo(RegexFile.text(line.get(3)));
  }

  @ParameterizedTest
  @MethodSource("answeredByJavaToo")
  void answersLikeJava(List<String> line) {
    // when
    var answer =
        new JavaRegex().answer(Use.valueOf(line.get(0)), line.get(1), RegexFile.text(line.get(2)));
    // then
    assertThat(answer).isEqualTo(RegexFile.text(line.get(3)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatIsNotCertain(List<String> line) {
    assertThatExceptionOfType(PatternException.class)
        .isThrownBy(() -> RegexPattern.translate(line.get(1), Use.valueOf(line.get(0))))
        .satisfies(refused -> assertThat(refused.offset()).isEqualTo(Integer.parseInt(line.get(2))))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(line.get(3)));
  }

  @Test
  void tellsTheTextThatAPatternSpellsOut() {
    // when
    var literal = RegexPattern.translate("a\\.b", Use.MATCH);
    var anchored = RegexPattern.translate("^arn:aws:\\w+", Use.MATCH);
    var folded = RegexPattern.translate("(?i)abc", Use.MATCH);
    // then
    assertThat(literal.literal()).contains("a.b");
    assertThat(literal.prefix()).isEmpty();
    assertThat(anchored.literal()).isEmpty();
    assertThat(anchored.prefix()).isEqualTo("arn:aws:");
    assertThat(folded.literal()).isEmpty();
    assertThat(folded.ignoresCase()).isTrue();
  }

  @Test
  void capturesGroupsOnlyWhereTheyAreAskedFor() {
    // when
    var whole = RegexPattern.translate("(a)(?<b>c)", Use.EXTRACT, false);
    var grouped = RegexPattern.translate("(a)(?<b>c)", Use.EXTRACT);
    // then
    assertThat(whole.postgresPattern()).isEqualTo("***:(?:a)(?:c)");
    assertThat(grouped.postgresPattern()).isEqualTo("***:(a)(c)");
    assertThat(grouped.groups()).isEqualTo(2);
    assertThat(grouped.names()).containsEntry("b", 2);
  }
}
