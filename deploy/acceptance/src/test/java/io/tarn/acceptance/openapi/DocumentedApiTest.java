package io.tarn.acceptance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.acceptance.product.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever reads an OpenAPI document learns from it alone what each thing is.
class DocumentedApiTest {
  private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

  /// Names of fields and parameters that are texts of fixed values wherever they stand.
  private static final Set<String> OF_FIXED_VALUES =
      Set.of(
          "audience",
          "category",
          "dryRun",
          "format",
          "kind",
          "permissions",
          "platformRole",
          "role",
          "state",
          "status");

  /// Of kept queries the category is a word of their author; where usage is allocated, a role is a
  /// pattern or the name of a column.
  private static final Pattern OF_FREE_TEXT =
      Pattern.compile(
          "(?:Save|Saved)Query\\w*\\.category|\\S+ \\S+/catalogue/\\S+ category"
              + "|(?:AllocationRuleDocument|Columns|MeterColumns)\\.role");

  /// Fields whose names mean free text elsewhere.
  private static final Set<String> ALSO_OF_FIXED_VALUES =
      Set.of(
          "Credential.type",
          "DeadLetterCount.reason",
          "DeadLetterResponse.reason",
          "ReasonResponse.reason");

  @ParameterizedTest
  @MethodSource("io.tarn.acceptance.product.Service#behindTheEdge")
  void saysWhatEachOperationDoes(Service service) {
    // given
    List<String> silent = new ArrayList<>();
    // when
    Document.of(service)
        .operations((name, operation) -> addWhereBlank(silent, name, operation, "summary"));
    // then
    assertThat(silent).as("operations without a summary").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.tarn.acceptance.product.Service#behindTheEdge")
  void saysWhatEachParameterIs(Service service) {
    // given
    List<String> silent = new ArrayList<>();
    // when
    Document.of(service)
        .parameters((name, parameter) -> addWhereBlank(silent, name, parameter, "description"));
    // then
    assertThat(silent).as("parameters without a description").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.tarn.acceptance.product.Service#behindTheEdge")
  void saysWhatEachFieldIs(Service service) {
    // given
    List<String> silent = new ArrayList<>();
    // when
    Document.of(service).fields((name, field) -> addWhereBlank(silent, name, field, "description"));
    // then
    assertThat(silent).as("fields without a description").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.tarn.acceptance.product.Service#behindTheEdge")
  void declaresEachPartOfAPath(Service service) {
    // given
    var document = Document.of(service);
    Set<String> declared = new HashSet<>();
    document.parameters((name, parameter) -> declared.add(name));
    // when
    List<String> undeclared = new ArrayList<>();
    document.operations(
        (name, operation) ->
            IN_BRACES
                .matcher(name)
                .results()
                .map(match -> match.group(1))
                .filter(part -> !declared.contains(name + " " + part))
                .filter(part -> !declared.contains(pathOf(name) + " " + part))
                .forEach(part -> undeclared.add(name + " " + part)));
    // then
    assertThat(undeclared).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.tarn.acceptance.product.Service#behindTheEdge")
  void listsTheValuesOfWhatHasFixedOnes(Service service) {
    // given
    var document = Document.of(service);
    List<String> open = new ArrayList<>();
    // when
    document.fields((name, field) -> addWhereOpen(open, name, document.valueOf(field)));
    document.parameters(
        (name, parameter) -> addWhereOpen(open, name, document.valueOf(parameter.path("schema"))));
    // then
    assertThat(open).as("texts of fixed values without them").isEmpty();
  }

  private static void addWhereBlank(
      List<String> silent, String name, JsonNode node, String saying) {
    if (node.path(saying).asText().isBlank()) {
      silent.add(name);
    }
  }

  private static void addWhereOpen(List<String> open, String name, JsonNode value) {
    var isFixed =
        (OF_FIXED_VALUES.contains(name.substring(lastMark(name) + 1))
                && !OF_FREE_TEXT.matcher(name).matches())
            || ALSO_OF_FIXED_VALUES.contains(name);
    if (isFixed && value.path("type").asText().equals("string") && !value.has("enum")) {
      open.add(name);
    }
  }

  private static int lastMark(String name) {
    return Math.max(name.lastIndexOf('.'), name.lastIndexOf(' '));
  }

  private static String pathOf(String operation) {
    return operation.substring(operation.indexOf(' ') + 1);
  }
}
