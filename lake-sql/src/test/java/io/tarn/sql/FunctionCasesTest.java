package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.sql.oracle.CaseNotation;
import io.tarn.sql.oracle.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each case of `functions/` gives, translated and run in a real PostgreSQL, what Trino answered
/// when the file was written, or is refused by name. A line that begins with `~` is known to
/// differ. The oracle is asked again for a share of the cases, and for all of them by `tarn bench
/// function-cases`.
class FunctionCasesTest {
  /// Maps have no order, and neither has what is made of all their entries.
  private static final Set<String> UNORDERED =
      Set.of("map_keys", "map_values", "map_entries", "array_agg");

  private static final String KNOWN = "~ ";
  private static final String ANSWERS = " => ";
  private static final Pattern ZEROS_OF_SECONDS =
      Pattern.compile("(:[0-9]{2})(?:\\.0+|(\\.[0-9]*?[1-9])0+)(?![0-9])");

  /// Of how many cases of a file one is asked of the oracle again.
  private static final int ONE_OF = Integer.getInteger("tarn.functions.one-of", 50);

  static LakeTable table;

  @BeforeAll
  static void createTable() throws SQLException {
    table = LakeTable.create();
  }

  static List<String> functions() throws IOException {
    try (var files = Files.list(Path.of("src/test/resources/functions"))) {
      return files.map(file -> file.getFileName().toString().replace(".txt", "")).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void answersAsTrino(String function) throws IOException {
    // given
    var differences = new ArrayList<String>();
    // when
    for (var line : cases(function)) {
      compare(function, line, differences);
    }
    // then
    assertThat(differences).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void isWhatTrinoStillAnswers(String function) throws IOException {
    // given
    var oracle = Oracle.running();
    var differences = new ArrayList<String>();
    // when
    for (var line : some(cases(function))) {
      var at = line.lastIndexOf(ANSWERS);
      var expression = line.substring(line.startsWith(KNOWN) ? KNOWN.length() : 0, at);
      var actual = CaseNotation.of(oracle.answer(statement(expression)));
      if (!isSameAnswer(function, line.substring(at + ANSWERS.length()), actual)) {
        differences.add(function + ".txt: " + line + "   but Trino answers " + actual);
      }
    }
    // then
    assertThat(differences).isEmpty();
  }

  private static List<String> cases(String function) throws IOException {
    var file = Path.of("src/test/resources/functions/" + function + ".txt");
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static List<String> some(List<String> cases) {
    return IntStream.range(0, cases.size())
        .filter(number -> number % ONE_OF == 0)
        .mapToObj(cases::get)
        .toList();
  }

  private static void compare(String function, String line, List<String> differences) {
    var isKnown = line.startsWith(KNOWN);
    var at = line.lastIndexOf(ANSWERS);
    var expected = line.substring(at + ANSWERS.length());
    var actual = answer(line.substring(isKnown ? KNOWN.length() : 0, at));
    if (same(function, expected, actual) == isKnown) {
      differences.add(line + "   but was " + actual);
    }
  }

  private static boolean same(String function, String expected, String actual) {
    return isSameAnswer(function, expected, actual)
        || actual.startsWith("!Unsupported")
        || (expected.startsWith("!") && actual.startsWith("!WrongType"));
  }

  private static boolean isSameAnswer(String function, String expected, String actual) {
    var one = ZEROS_OF_SECONDS.matcher(expected).replaceAll("$1$2");
    var other = ZEROS_OF_SECONDS.matcher(actual).replaceAll("$1$2");
    return one.equals(other)
        || isNear(one, other)
        || ((UNORDERED.contains(function) || one.contains("=")) && parts(one).equals(parts(other)));
  }

  /// Sums of floating numbers depend on their order: twelve digits count.
  private static boolean isNear(String one, String other) {
    try {
      var expected = Double.parseDouble(one);
      return one.contains(".")
          && Math.abs(expected - Double.parseDouble(other)) <= 1e-12 * Math.abs(expected);
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split("[\\[\\]{}]|, ")).filter(p -> !p.isEmpty()).sorted().toList();
  }

  private static String statement(String expression) {
    return expression.startsWith("select ") ? expression : "select " + expression;
  }

  private static String answer(String expression) {
    try {
      return table.rows(statement(expression), TrinoText::of).stream()
          .collect(Collectors.joining(", "));
    } catch (StatementException refusal) {
      return "!" + refusal.getClass().getSimpleName() + " " + refusal.getMessage();
    } catch (SQLException failure) {
      return switch (String.valueOf(failure.getSQLState())) {
        case "22012" -> "!DIVISION_BY_ZERO";
        case "22003" -> "!NUMERIC_VALUE_OUT_OF_RANGE";
        case "22018" -> "!INVALID_CAST_ARGUMENT";
        case "22023" -> "!INVALID_FUNCTION_ARGUMENT";
        default -> String.valueOf(failure.getMessage());
      };
    }
  }
}
