package io.tarn.acceptance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Bodies made from the schema of an OpenAPI document.
public final class Schema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEPTH = 4;

  private Schema() {}

  /// The node, or the target of its `$ref`.
  static JsonNode resolved(JsonNode document, JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  /// The schema without references, to a depth.
  static JsonNode inlined(JsonNode document, JsonNode schema) {
    return inlined(document, schema, DEPTH);
  }

  private static JsonNode inlined(JsonNode document, JsonNode schema, int depth) {
    var node = resolved(document, schema);
    if (!node.isObject() || depth == 0) {
      return node;
    }
    ObjectNode copy = node.deepCopy();
    if (node.has("items")) {
      copy.set("items", inlined(document, node.path("items"), depth - 1));
    }
    if (node.has("properties")) {
      var properties = copy.putObject("properties");
      node.path("properties")
          .properties()
          .forEach(
              property ->
                  properties.set(
                      property.getKey(), inlined(document, property.getValue(), depth - 1)));
    }
    return copy;
  }

  /// A body that carries the value wherever text may stand.
  public static JsonNode filled(JsonNode schema, String value) {
    if (schema.has("properties")) {
      var object = JSON.objectNode();
      schema
          .path("properties")
          .properties()
          .forEach(
              property ->
                  object.set(
                      property.getKey(), filled(property.getKey(), property.getValue(), value)));
      return object;
    }
    return scalar(schema, value);
  }

  private static JsonNode filled(String name, JsonNode schema, String value) {
    return name.equals("statement")
        ? JSON.textNode("SELECT * FROM " + value)
        : filled(schema, value);
  }

  private static JsonNode scalar(JsonNode schema, String value) {
    if (schema.has("enum")) {
      return schema.path("enum").path(0);
    }
    return switch (type(schema)) {
      case "array" -> JSON.arrayNode().add(filled(schema.path("items"), value));
      case "integer", "number" -> JSON.numberNode(1);
      case "boolean" -> JSON.booleanNode(true);
      case "object" -> JSON.objectNode().put("key", value);
      default ->
          JSON.textNode(
              schema.path("format").asText().equals("date-time") ? "2030-01-01T00:00:00Z" : value);
    };
  }

  private static String type(JsonNode schema) {
    var type = schema.path("type");
    return type.isArray() ? type.path(0).asText() : type.asText();
  }
}
