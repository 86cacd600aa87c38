package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each line of `refusals.txt` is refused with its kind, place and construct.
class RefusalTest {
  record Refusal(String kind, String location, String construct, String statement) {
    static Refusal of(String line) {
      var parts = line.split(" \\| ", 4);
      return new Refusal(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3]);
    }

    @Override
    public String toString() {
      return statement;
    }
  }

  static List<Refusal> refusals() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/refusals.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Refusal::of)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void isRefusedAtItsPlaceByItsName(Refusal expected) {
    // when
    var refusal = refusalOf(expected.statement().replace("\\n", "\n"));
    // then
    var location = refusal.line() + ":" + refusal.column() + "+" + refusal.length();
    assertThat(
            new Refusal(
                refusal.getClass().getSimpleName(),
                location,
                refusal.construct(),
                expected.statement()))
        .as(refusal.getMessage())
        .isEqualTo(expected);
    assertThat(refusal.getMessage()).isNotBlank().doesNotContain("_e0");
  }

  @Test
  void refusesAStatementThatIsTooLong() {
    assertThat(refusalOf("select '" + "x".repeat(10_000) + "'"))
        .isInstanceOf(StatementException.TooLarge.class);
  }

  @Test
  void refusesAStatementThatIsNestedTooDeeply() {
    var nested = "not ".repeat(1_500) + "readOnly";
    assertThat(refusalOf("select 1 from $EDS_ID where " + nested))
        .isInstanceOfAny(StatementException.TooLarge.class, StatementException.Syntax.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "''", "%", "\uD83D\uDE00"})
  void takesLongLiterals(String character) {
    // given
    var literal = character.repeat(9_000 / character.length());
    // when
    var translation =
        new Translator().translate("select '" + literal + "' from $EDS_ID", Stores.CONTEXT);
    // then
    assertThat(translation.parameters()).containsExactly(literal.replace("''", "'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.", "(", "not ", "a or (", "- ", "a and not a or "})
  void refusesEndlessStatements(String part) {
    var statement = "select 1 from $EDS_ID where " + part.repeat(9_900 / part.length()) + "a";
    assertThat(refusalOf(statement).line()).isOne();
  }

  @Test
  void countsColumnsInCodePoints() {
    // given two code units of one character before the place
    var refusal = refusalOf("select '\uD83D\uDE00', foo from $EDS_ID");
    // then
    assertThat(refusal.column()).isEqualTo(13);
  }

  @Test
  void saysTheSameOfUnknownAndForeignStores() {
    // when
    var refusal = refusalOf("select 1 from 00000000-0000-4000-8000-000000000000");
    // then
    assertThat(refusal)
        .isInstanceOf(StatementException.UnknownName.class)
        .hasMessage("there is no event data store '00000000-0000-4000-8000-000000000000'");
  }

  private static StatementException refusalOf(String statement) {
    return catchThrowableOfType(
        StatementException.class, () -> new Translator().translate(statement, Stores.CONTEXT));
  }
}
