package io.tarn.sql.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonPathTest {
  static Stream<Arguments> paths() {
    return Stream.of(
        Arguments.of("$", List.of()),
        Arguments.of("$.a.b_1", List.of(new JsonPath.Step.Key("a"), new JsonPath.Step.Key("b_1"))),
        Arguments.of(
            "$.AWS:Item.x", List.of(new JsonPath.Step.Key("AWS:Item"), new JsonPath.Step.Key("x"))),
        Arguments.of(
            "$[\"a.b-c\"].d", List.of(new JsonPath.Step.Key("a.b-c"), new JsonPath.Step.Key("d"))),
        Arguments.of("$[\"a\\\"b\\\\c\"]", List.of(new JsonPath.Step.Key("a\"b\\c"))),
        Arguments.of("$[\"\"]", List.of(new JsonPath.Step.Key(""))),
        Arguments.of("$[name]", List.of(new JsonPath.Step.Key("name"))),
        Arguments.of("$.é", List.of(new JsonPath.Step.Key("é"))),
        Arguments.of(
            "$.a[0]", List.of(new JsonPath.Step.Key("a"), new JsonPath.Step.KeyOrIndex("0", 0))),
        Arguments.of(
            "$.a.0", List.of(new JsonPath.Step.Key("a"), new JsonPath.Step.KeyOrIndex("0", 0))),
        Arguments.of("$[\"07\"]", List.of(new JsonPath.Step.KeyOrIndex("07", 7))),
        Arguments.of("$[\"-1\"]", List.of(new JsonPath.Step.Key("-1"))),
        Arguments.of("$[99999999999]", List.of(new JsonPath.Step.Key("99999999999"))));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void readsTheSteps(String path, List<JsonPath.Step> steps) {
    assertThat(JsonPath.parse(path).steps()).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "a, 0",
    "$a, 1",
    "$., 2",
    "$..a, 2",
    "$.*, 2",
    "$[*], 2",
    "$[], 2",
    "$['a'], 2",
    "$[a:b], 3",
    "$.a-b, 3",
    "$.a b, 3",
    "$.a[0, 5",
    "'$[\"a]', 5",
    "'$[\"a\\n\"]', 5",
    "$.[0], 2",
    "' $.a', 0",
  })
  void refusesWhatTrinoRefuses(String path, int offset) {
    assertThatExceptionOfType(PatternException.Invalid.class)
        .isThrownBy(() -> JsonPath.parse(path))
        .satisfies(refused -> assertThat(refused.offset()).isEqualTo(offset))
        .withMessage("Invalid JSON path: '" + path + "'");
  }
}
