package io.tarn.acceptance.hostile;

import io.tarn.acceptance.openapi.Endpoint;
import io.tarn.acceptance.openapi.Schema;
import io.tarn.acceptance.product.Answer;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One request that carries one hostile value.
///
/// @param what the value and its location, for the message of a failure
record Attack(String method, String address, String body, String what) {
  private static final String NUL = "\u0000";
  private static final String TENANT = "initech";

  /// Texts, numbers, times, cursors and paths that no operation expects.
  private static final List<String> VALUES =
      List.of(
          NUL,
          "a" + NUL + "b",
          "\r\nSet-Cookie: a=b",
          "\uFFFE\u202E",
          "-999999999-01-01T00:00:00Z",
          "+1000000000-12-31T23:59:59Z",
          "2026-02-30T00:00:00Z",
          "abc",
          "-1",
          "0",
          "99999999999999999999",
          "1e400",
          "NaN",
          "AA",
          "MzM",
          "../../internal/grants",
          "' or 1=1 --",
          "a".repeat(300),
          "a".repeat(3000));

  /// Values that are no UTF-8 in an address.
  private static final List<String> RAW = List.of("%FF", "%C0%80", "%ED%A0%80");

  /// Whole bodies that are no request of any operation.
  private static final List<String> BODIES =
      List.of(
          "",
          "null",
          "[]",
          "7",
          "\"text\"",
          "{",
          "{\"a\":}",
          "{\"no-such-field\":1}",
          "[".repeat(50_000),
          "{\"a\":" + "1".repeat(100_000) + "}",
          "{\"a\":\"" + "x".repeat(1_200_000) + "\"}",
          "{\"a\":\"" + "x".repeat(2_200_000) + "\"}");

  /// All attacks on one operation.
  static Stream<Attack> on(Endpoint endpoint) {
    return Stream.of(onPath(endpoint), onQuery(endpoint), onBody(endpoint)).flatMap(all -> all);
  }

  boolean isUnderATenant() {
    return address.startsWith("/v1/tenants/");
  }

  Answer sent(Caller caller) {
    return caller.send(method, address, body);
  }

  private static Stream<Attack> onPath(Endpoint endpoint) {
    return endpoint.pathParameters().stream()
        .flatMap(
            name ->
                encoded().map(value -> of(endpoint, path(endpoint, name, value), "", name, value)));
  }

  private static Stream<Attack> onQuery(Endpoint endpoint) {
    return endpoint.queryParameters().stream()
        .flatMap(
            name ->
                encoded()
                    .map(
                        value ->
                            of(
                                endpoint,
                                path(endpoint, "", "") + "?" + name + "=" + value,
                                filled(endpoint, "text"),
                                name,
                                value)));
  }

  private static Stream<Attack> onBody(Endpoint endpoint) {
    if (endpoint.body().isEmpty()) {
      return Stream.empty();
    }
    var bodies = new ArrayList<>(BODIES);
    VALUES.stream()
        .filter(value -> !value.matches("[A-Za-z0-9]+") || value.length() > 100)
        .map(value -> filled(endpoint, value))
        .forEach(bodies::add);
    var plain = filled(endpoint, "' or 1=1 --");
    bodies.add(plain.replace("or 1=1", "\\ud800"));
    bodies.add(repeatedKeys(plain));
    bodies.add(plain.replace("true", "\"true\"").replaceAll(":1([,}])", ":1e400$1"));
    bodies.add(plain.replaceAll(":1([,}])", ":99999999999999999999$1"));
    return bodies.stream()
        .map(body -> of(endpoint, path(endpoint, "", ""), body, "the body", body));
  }

  /// The same members twice.
  private static String repeatedKeys(String object) {
    var members = object.substring(1, object.length() - 1);
    return "{" + members + "," + members + "}";
  }

  private static Stream<String> encoded() {
    return Stream.concat(VALUES.stream().map(People::encoded), RAW.stream());
  }

  private static String filled(Endpoint endpoint, String value) {
    return endpoint.body().map(schema -> Schema.filled(schema, value).toString()).orElse("");
  }

  private static Attack of(
      Endpoint endpoint, String address, String body, String where, String value) {
    var shown = value.length() > 60 ? value.substring(0, 60) + "…" + value.length() : value;
    return new Attack(
        endpoint.method(), address, body, "%s with %s = %s".formatted(endpoint, where, shown));
  }

  private static String path(Endpoint endpoint, String parameter, String value) {
    var path = endpoint.path();
    for (var name : endpoint.pathParameters()) {
      path = path.replace("{" + name + "}", name.equals(parameter) ? value : plain(name));
    }
    return path;
  }

  private static String plain(String parameter) {
    return switch (parameter) {
      case "tenant" -> TENANT;
      case "store", "eventDataStore" -> "default";
      default -> "00000000-0000-7000-8000-000000000000";
    };
  }

  @Override
  public String toString() {
    return what;
  }
}
