package io.tarn.sql.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tarn.testing.TestParts;
import io.trino.sql.jsonpath.PathParser;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlJsonPathTest {
  private static Connection postgres;

  @BeforeAll
  static void connect() throws SQLException {
    postgres = TestParts.running().connectAsSuperuser();
  }

  @AfterAll
  static void close() throws SQLException {
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '#',
      value = {
        "lax $ | lax $",
        "strict $.a.b | strict $.\"a\".\"b\"",
        "lax $.\"a b\" | lax $.\"a b\"",
        "lax $.last.size.strict.true | lax $.\"last\".\"size\".\"strict\".\"true\"",
        "lax $[0][last][*] | lax $[0][last][*]",
        " lax  $ . a [ 1 ] | lax $.\"a\"[1]",
        "lax $.* | lax $.*",
        "lax$.a | lax $.\"a\"",
        "lax $.\"\u00e9\" | lax $.\"\u00e9\"",
      },
      delimiter = '|')
  void isReadByBoth(String path, String translated) throws SQLException {
    // when
    var answer = SqlJsonPath.translate(path).postgresPath();
    // then
    assertThat(answer).isEqualTo(translated);
    assertThat(canonical(answer)).isEqualTo(canonical(translated));
    assertThatCode(() -> trino().parseJsonPath(path)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '#',
      value = {
        "$.a | 0",
        "LAX $.a | 0",
        "lax @ | 4",
        "lax $a | 5",
        "lax $..a | 6",
        "lax $.a.size() | 8",
        "lax $.a ? (@ > 1) | 8",
        "lax $[1,2] | 7",
        "lax $[1 to 2] | 8",
        "lax $[-1] | 6",
        "lax $[last - 1] | 11",
        "lax $[01] | 6",
        "lax $[9999999999] | 6",
        "lax $.\"a | 7",
        "lax $.\"a\\n\" | 7",
        "lax $.\"a\"\"b\" | 7",
        "lax $.a + 1 | 8",
        "lax $.\u00e9 | 6",
        "lax $.1a | 6",
        "lax $.a-b | 7",
      },
      delimiter = '|')
  void refusesTheRest(String path, int offset) {
    assertThatExceptionOfType(PatternException.class)
        .isThrownBy(() -> SqlJsonPath.translate(path))
        .satisfies(refused -> assertThat(refused.offset()).isEqualTo(offset));
  }

  @Test
  void tellsWhetherBothFindTheItemsInOneOrder() {
    assertThat(SqlJsonPath.translate("lax $.a[*]").isOrdered()).isTrue();
    assertThat(SqlJsonPath.translate("lax $.*").isOrdered()).isFalse();
  }

  private static PathParser trino() {
    return PathParser.withRelativeErrorLocation(new PathParser.Location(1, 1));
  }

  private static String canonical(String path) throws SQLException {
    try (var statement = postgres.prepareStatement("select ?::jsonpath::text")) {
      statement.setString(1, path);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
