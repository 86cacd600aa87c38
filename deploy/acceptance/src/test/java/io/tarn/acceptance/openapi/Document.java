package io.tarn.acceptance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.BiConsumer;

/// The OpenAPI document of a service as docs/reference shows it; the running services are held
/// against it elsewhere.
record Document(JsonNode root) {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  static Document of(Service service) {
    var page = Product.root().resolve("docs/reference/openapi/" + service.module() + ".yaml");
    try {
      return new Document(new YAMLMapper().readTree(page.toFile()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Each operation with its name: `get /v1/tenants`.
  void operations(BiConsumer<String, JsonNode> consumer) {
    for (var path : root.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          consumer.accept(operation.getKey() + " " + path.getKey(), operation.getValue());
        }
      }
    }
  }

  /// Each parameter of each path and operation.
  void parameters(BiConsumer<String, JsonNode> consumer) {
    for (var path : root.path("paths").properties()) {
      parameters(path.getKey(), path.getValue(), consumer);
    }
    operations((name, operation) -> parameters(name, operation, consumer));
  }

  private static void parameters(
      String name, JsonNode owner, BiConsumer<String, JsonNode> consumer) {
    for (var parameter : owner.path("parameters")) {
      consumer.accept(name + " " + parameter.path("name").asText(), parameter);
    }
  }

  /// Each field of each schema: `UploadResponse.state`.
  void fields(BiConsumer<String, JsonNode> consumer) {
    for (var schema : root.path("components").path("schemas").properties()) {
      for (var field : schema.getValue().path("properties").properties()) {
        consumer.accept(schema.getKey() + "." + field.getKey(), field.getValue());
      }
    }
  }

  /// The schema of a value: what it refers to, and of a list that of its items.
  JsonNode valueOf(JsonNode schema) {
    var resolved = Schema.resolved(root, schema);
    return resolved.has("items") ? valueOf(resolved.path("items")) : resolved;
  }
}
