package io.tarn.sql.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.sql.parameter.ParameterException.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which values parameters take, and as what they are bound.
class ParametersTest {
  private static final Instant NOW = Instant.parse("2024-05-15T10:30:00Z");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  record Line(String type, String value, String expected) {
    static Line of(String line) {
      var parts = line.split(" \\| ?", 3);
      return new Line(parts[0], parts[1], parts[2]);
    }
  }

  static List<Line> lines() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/parameter/values.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Line::of)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void valuesAreCheckedByTheirType(Line line) throws JsonProcessingException {
    // given
    var parameter = parameter(ParameterType.of(line.type()).orElseThrow());
    var values = Map.of("p", JSON.readValue(line.value(), Object.class));
    // when
    String outcome;
    try {
      outcome = shown(Parameters.bind(List.of(parameter), values, NOW));
    } catch (ParameterException refusal) {
      var fault = refusal.faults().getFirst();
      outcome = "! " + (fault.field() + " ").replaceFirst("values\\.p ?", "") + fault.message();
    }
    // then
    assertThat(outcome).isEqualTo(line.expected());
  }

  @Test
  void everyTypeHasLines() throws IOException {
    assertThat(lines()).extracting(Line::type).contains(names());
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    // given
    var declared =
        List.of(
            Parameter.of("period", ParameterType.TIME_RANGE),
            Parameter.of("user", ParameterType.TEXT));
    // when
    var refusal =
        catchThrowableOfType(
            ParameterException.class,
            () -> Parameters.bind(declared, Map.of("user", 1, "usr", "Eve"), NOW));
    // then
    assertThat(refusal.faults())
        .containsExactly(
            new Fault("values.period", "is required"),
            new Fault("values.user", "must be a text"),
            new Fault("values.usr", "is no parameter of the query"));
  }

  @Test
  void aDefaultStandsInForAMissingValueAndNothingIsNull() {
    // given
    var declared =
        List.of(
            Parameter.of("least", ParameterType.INTEGER, 5),
            new Parameter(
                "user",
                ParameterType.TEXT,
                null,
                null,
                false,
                null,
                List.of(),
                null,
                null,
                null,
                ParameterType.TEXT));
    // when
    var bound = Parameters.bind(declared, Map.of(), NOW);
    // then
    assertThat(bound.value("least").value()).isEqualTo(5L);
    assertThat(bound.value("user").value()).isNull();
  }

  @Test
  void declarationsAreCheckedWithTheirPlaces() {
    // given
    var declared =
        List.of(
            Parameter.of("user", ParameterType.TEXT),
            Parameter.of("User", ParameterType.TEXT),
            Parameter.of("1st", ParameterType.TEXT),
            Parameter.of("window", ParameterType.TIME_RANGE),
            Parameter.of("how", ParameterType.CHOICE),
            Parameter.of("when", ParameterType.TIME_RANGE, "soon"),
            Parameter.of("many", ParameterType.LIST, List.of("a", 1)));
    // when
    var faults = ParameterRules.faults(declared, NOW);
    // then
    assertThat(faults)
        .containsExactly(
            new Fault("parameters[1].name", "repeats the name of another parameter"),
            new Fault(
                "parameters[2].name", "must be letters, digits and _, and begin with a letter"),
            new Fault("parameters[3].name", "is a name that scheduled runs give a value to"),
            new Fault("parameters[4].choices", "is required"),
            new Fault("parameters[5].default", TimeSpan.FORM),
            new Fault("parameters[6].default[1]", "must be a text"));
  }

  @Test
  void limitsAreKept() {
    // given
    var least =
        new Parameter(
            "least",
            ParameterType.INTEGER,
            null,
            null,
            true,
            null,
            List.of(),
            BigDecimal.ONE,
            BigDecimal.TEN,
            null,
            ParameterType.TEXT);
    // when
    var refusal =
        catchThrowableOfType(
            ParameterException.class,
            () -> Parameters.bind(List.of(least), Map.of("least", 11), NOW));
    // then
    assertThat(refusal).hasMessage("values.least must be at most 10");
  }

  private static Parameter parameter(ParameterType type) {
    var choices = type == ParameterType.CHOICE ? List.of("console", "cli") : List.<String>of();
    return new Parameter(
        "p", type, null, null, true, null, choices, null, null, null, ParameterType.TEXT);
  }

  private static String shown(Parameters parameters) {
    if (parameters.declared("p").orElseThrow().type() == ParameterType.TIME_RANGE) {
      return parameters.end("p", true).value() + " " + parameters.end("p", false).value();
    }
    return String.valueOf(parameters.value("p").value());
  }

  private static String[] names() {
    return ParameterType.wireNames().split(", ");
  }
}
