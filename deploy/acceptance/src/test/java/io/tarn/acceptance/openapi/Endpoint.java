package io.tarn.acceptance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One operation of a service as its OpenAPI document describes it.
public record Endpoint(
    Service service,
    String method,
    String path,
    List<String> queryParameters,
    Optional<JsonNode> body) {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  public Endpoint {
    queryParameters = List.copyOf(queryParameters);
  }

  /// Every operation of every service.
  public static List<Endpoint> all(Product product) {
    return Service.behindTheEdge().stream().flatMap(service -> of(product, service)).toList();
  }

  private static Stream<Endpoint> of(Product product, Service service) {
    var document =
        Caller.anonymous(product.address(service)).get("/q/openapi?format=json").with(200).json();
    List<Endpoint> endpoints = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .map(
                        operation ->
                            endpoint(
                                service,
                                document,
                                path.getKey(),
                                operation.getKey(),
                                path.getValue()))
                    .forEach(endpoints::add));
    return endpoints.stream();
  }

  private static Endpoint endpoint(
      Service service, JsonNode document, String path, String method, JsonNode item) {
    var operation = item.path(method);
    var parameters =
        Stream.of(item.path("parameters"), operation.path("parameters"))
            .flatMap(JsonNode::valueStream)
            .map(parameter -> Schema.resolved(document, parameter))
            .filter(parameter -> parameter.path("in").asText().equals("query"))
            .map(parameter -> parameter.path("name").asText())
            .distinct()
            .toList();
    var schema =
        operation.path("requestBody").path("content").path("application/json").path("schema");
    var body =
        schema.isMissingNode()
            ? Optional.<JsonNode>empty()
            : Optional.of(Schema.inlined(document, schema));
    return new Endpoint(service, method.toUpperCase(Locale.ROOT), path, parameters, body);
  }

  /// The names in braces.
  public List<String> pathParameters() {
    return PARAMETER.matcher(path).results().map(match -> match.group(1)).toList();
  }

  public boolean isUnderATenant() {
    return path.contains("{tenant}");
  }

  public boolean reads() {
    return method.equals("GET");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
