package io.tarn.common.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The published schema and what is written.
class ResultStatementSchemaTest {
  private static final Path SCHEMA = Path.of("../docs/reference/result-statement.schema.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void describesWhatIsWritten(boolean isFull) throws IOException {
    // given
    var written = JSON.readTree(InTotoStatement.toJson(statement(isFull)));
    // when
    var faults = new Schema(JSON.readTree(SCHEMA.toFile())).faults(written);
    // then
    assertThat(faults).isEmpty();
  }

  @Test
  void describesNoMoreThanIsWritten() throws IOException {
    // given
    var schema = JSON.readTree(SCHEMA.toFile());
    var written = JSON.readTree(InTotoStatement.toJson(statement(true)));
    // then
    assertThat(neverWritten(schema, written, "")).isEmpty();
    assertThat(schema.path("$id").asText()).isEqualTo(InTotoStatement.PREDICATE_TYPE);
    assertThat(Files.readString(SCHEMA)).endsWith("}\n");
  }

  @Test
  void refusesOtherForms() throws IOException {
    // given
    var schema = new Schema(JSON.readTree(SCHEMA.toFile()));
    var written = (ObjectNode) JSON.readTree(InTotoStatement.toJson(statement(true)));
    ((ObjectNode) written.path("predicate")).put("more", 1).remove("tenant");
    ((ObjectNode) written.path("subject").path(0)).put("name", "../x");
    // then
    assertThat(schema.faults(written))
        .containsExactlyInAnyOrder(
            "/subject/0/name: pattern", "/predicate/tenant: missing", "/predicate/more: unknown");
  }

  private static ResultStatement statement(boolean isFull) {
    var nodes = JsonNodeFactory.instance;
    var time = Instant.parse("2026-03-10T08:00:07Z");
    return new ResultStatement(
        List.of(new ResultFile("result_1.csv.gz", 9, 3, "ab".repeat(32))),
        new ResultStatement.Tenant("t1", "acme"),
        new ResultStatement.Execution(
            new UUID(1, 2),
            "us-east-1",
            isFull ? new UUID(3, 4) : null,
            isFull ? new UUID(5, 6) : null,
            time,
            time),
        new ResultStatement.Requester("issuer", "ann", "Ann", isFull ? "analyst" : null),
        new ResultStatement.Query(
            "SELECT 1",
            nodes.arrayNode(),
            nodes.objectNode(),
            List.of(new ResultStatement.Store("e1", "default")),
            isFull ? 5L : null),
        isFull
            ? new ResultStatement.Coverage(time, time, 5L, 7L)
            : new ResultStatement.Coverage(null, null, null, null),
        new ResultStatement.Outcome(3, true, false),
        isFull ? "cd".repeat(32) : null);
  }

  static List<String> neverWritten(JsonNode schema, JsonNode written, String at) {
    var found = new ArrayList<String>();
    for (var property : schema.path("properties").properties()) {
      var path = at + "/" + property.getKey();
      var value = written.path(property.getKey());
      if (value.isMissingNode()) {
        found.add(path);
      }
      found.addAll(neverWritten(property.getValue(), value, path));
      found.addAll(neverWritten(property.getValue().path("items"), value.path(0), path));
    }
    return found;
  }

  /// As much of JSON Schema as the page has.
  record Schema(JsonNode root) {
    List<String> faults(JsonNode value) {
      var faults = new ArrayList<String>();
      check(root, value, "", faults);
      return faults;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
      if (schema.has("$ref")) {
        check(root.at(schema.path("$ref").asText().substring(1)), value, at, faults);
      }
      if (schema.has("const") && !schema.path("const").equals(value)) {
        faults.add(at + ": const");
      }
      if (schema.has("type") && !isOfType(schema.path("type").asText(), value)) {
        faults.add(at + ": type");
      }
      if (schema.has("pattern") && !value.asText().matches(schema.path("pattern").asText())) {
        faults.add(at + ": pattern");
      }
      if (value instanceof ObjectNode object) {
        checkFields(schema, object, at, faults);
      }
      if (value instanceof ArrayNode array) {
        if (array.size() < schema.path("minItems").asInt()) {
          faults.add(at + ": minItems");
        }
        for (int index = 0; index < array.size(); index++) {
          check(schema.path("items"), array.get(index), at + "/" + index, faults);
        }
      }
    }

    private void checkFields(JsonNode schema, ObjectNode object, String at, List<String> faults) {
      for (var required : schema.path("required")) {
        if (!object.has(required.asText())) {
          faults.add(at + "/" + required.asText() + ": missing");
        }
      }
      for (var field : object.properties()) {
        var path = at + "/" + field.getKey();
        var known = schema.path("properties").path(field.getKey());
        if (!known.isMissingNode()) {
          check(known, field.getValue(), path, faults);
        } else if (schema.path("additionalProperties").isBoolean()) {
          faults.add(path + ": unknown");
        }
      }
    }

    private static boolean isOfType(String type, JsonNode value) {
      return switch (type) {
        case "object" -> value.isObject();
        case "array" -> value.isArray();
        case "string" -> value.isTextual();
        case "integer" -> value.isIntegralNumber();
        case "boolean" -> value.isBoolean();
        default -> throw new IllegalArgumentException(type);
      };
    }
  }
}
