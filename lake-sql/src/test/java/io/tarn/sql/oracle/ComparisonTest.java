package io.tarn.sql.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {
  @ParameterizedTest
  @MethodSource
  void seesTheSameValue(String type, Object expected, Object actual) {
    // when
    var comparison = Comparison.of(cell(type, expected), cell(type, actual), Ordering.free());
    // then
    assertThat(comparison.difference()).isEmpty();
  }

  static Stream<Arguments> seesTheSameValue() {
    return Stream.of(
        Arguments.of("double", 0.1 + 0.2, 0.3),
        Arguments.of("double", 1.23456789012499, 1.23456789012501),
        Arguments.of("double", Double.NaN, Double.NaN),
        Arguments.of("decimal(3,2)", new BigDecimal("1.50"), new BigDecimal("1.5")),
        Arguments.of("varbinary", new byte[] {1, 2}, new byte[] {1, 2}),
        Arguments.of("varchar", null, null),
        Arguments.of("timestamp(6)", "2023-05-01 10:00:00.123456", "2023-05-01 10:00:00.123999"),
        Arguments.of("timestamp(3)", "2023-05-01 10:00:00", "2023-05-01 10:00:00.000"),
        Arguments.of(
            "timestamp(3) with time zone",
            "2023-05-01 10:00:00.1 UTC",
            "2023-05-01 10:00:00.100 UTC"),
        Arguments.of("map(varchar,varchar)", map("a", "1", "b", null), map("b", null, "a", "1")),
        Arguments.of("array(row(a double))", List.of(List.of(0.1 + 0.2)), List.of(List.of(0.3))));
  }

  @ParameterizedTest
  @MethodSource
  void seesTheDifferenceOfValues(String type, Object expected, Object actual) {
    // when
    var comparison = Comparison.of(cell(type, expected), cell(type, actual), Ordering.free());
    // then
    assertThat(comparison.difference()).hasValueSatisfying(t -> assertThat(t).contains("row 0"));
  }

  static Stream<Arguments> seesTheDifferenceOfValues() {
    return Stream.of(
        Arguments.of("double", 0.3, 0.30000000001),
        Arguments.of("double", 1.0, 1L),
        Arguments.of("bigint", 9007199254740993L, 9007199254740992L),
        Arguments.of("varchar", null, "null"),
        Arguments.of("varchar", "2023-05-01 10:00:00", "2023-05-01 10:00:00.000"),
        Arguments.of("timestamp(3)", "2023-05-01 10:00:00.123", "2023-05-01 10:00:00.124"),
        Arguments.of("map(varchar,varchar)", map("a", "1", "b", null), map("a", "1", "c", null)),
        Arguments.of("array(bigint)", List.of(1L, 2L), List.of(2L, 1L)));
  }

  @ParameterizedTest
  @MethodSource
  void minds(Answer expected, Answer actual, Ordering ordering, String difference) {
    // when
    var comparison = Comparison.of(expected, actual, ordering);
    // then
    assertThat(comparison.difference().orElse("")).isEqualTo(difference);
  }

  static Stream<Arguments> minds() {
    return Stream.of(
        minded("no order", rows("a1", "b2"), rows("b2", "a1"), Ordering.free(), ""),
        minded(
            "how often a row comes",
            rows("a1", "a1", "b2"),
            rows("a1", "b2", "b2"),
            Ordering.free(),
            "missing row 1 [a, 1], surplus row 2 [b, 2]"),
        minded(
            "the number of rows",
            rows("a1", "b2"),
            rows("a1"),
            Ordering.free(),
            "expected 2 rows but was 1; missing row 1 [b, 2]"),
        minded(
            "the order of keys",
            rows("a1", "b2"),
            rows("b2", "a1"),
            Ordering.by(0),
            "row 0 [b, 2] has other sort keys than expected row 0 [a, 1]"),
        minded("no order of ties", rows("a1", "a2"), rows("a2", "a1"), Ordering.by(0), ""),
        minded(
            "the rows of ties",
            rows("a1", "a2", "b1"),
            rows("a1", "a3", "b1"),
            Ordering.by(0),
            "missing row 1 [a, 2], surplus row 1 [a, 3]"),
        minded(
            "not which ties a limit cut",
            rows("a1", "b1"),
            rows("a1", "b7"),
            Ordering.by(0).cut(),
            ""),
        minded(
            "the ties before the cut",
            rows("a1", "b1"),
            rows("a2", "b1"),
            Ordering.by(0).cut(),
            "missing row 0 [a, 1], surplus row 0 [a, 2]"),
        minded(
            "the case of names",
            new Answer.Rows(List.of(new Answer.Column("Name", "varchar")), List.of()),
            new Answer.Rows(List.of(new Answer.Column("name", "varchar")), List.of()),
            Ordering.free(),
            "column 0: expected Column[name=Name, type=varchar]"
                + " but was Column[name=name, type=varchar]"),
        minded(
            "no length of a varchar",
            new Answer.Rows(List.of(new Answer.Column("m", "map(varchar(1),x)")), List.of()),
            new Answer.Rows(List.of(new Answer.Column("m", "map(varchar, x)")), List.of()),
            Ordering.free(),
            ""),
        minded("the same error", refusal("A", "x"), refusal("A", "y"), Ordering.free(), ""),
        minded(
            "another error",
            refusal("A", "x"),
            refusal("B", "y"),
            Ordering.free(),
            "expected A (x) but was B (y)"),
        minded(
            "rows in place of an error",
            refusal("A", "x"),
            rows("a1"),
            Ordering.free(),
            "expected A (x) but was 1 rows"));
  }

  @Test
  void tellsThatTwoEmptyAnswersProveNothing() {
    // when
    var comparisons =
        Stream.of(
                Comparison.of(rows(), rows(), Ordering.free()),
                Comparison.of(rows("a1"), rows("a1"), Ordering.free()),
                Comparison.of(refusal("A", ""), refusal("A", ""), Ordering.free()))
            .toList();
    // then
    assertThat(comparisons)
        .extracting(Comparison::isSame, Comparison::rows, Comparison::provesNothing)
        .containsExactly(tuple(true, 0, true), tuple(true, 1, false), tuple(true, 0, false));
  }

  private static Arguments minded(
      String name, Answer expected, Answer actual, Ordering ordering, String difference) {
    return Arguments.of(Named.of(name, expected), actual, ordering, difference);
  }

  private static Answer cell(String type, Object value) {
    return new Answer.Rows(
        List.of(new Answer.Column("c", type)), List.of(Arrays.asList(new Object[] {value})));
  }

  /// Rows of a letter and a digit.
  private static Answer rows(String... rows) {
    return new Answer.Rows(
        List.of(new Answer.Column("k", "varchar"), new Answer.Column("n", "bigint")),
        Stream.of(rows)
            .map(row -> List.<Object>of(row.substring(0, 1), Long.valueOf(row.substring(1))))
            .toList());
  }

  private static Answer refusal(String error, String message) {
    return new Answer.Refusal(error, message, 0, 0);
  }

  private static Map<String, String> map(String k1, String v1, String k2, String v2) {
    Map<String, String> map = k1.equals("a") ? new LinkedHashMap<>() : new HashMap<>();
    map.put(k1, v1);
    map.put(k2, v2);
    return map;
  }
}
