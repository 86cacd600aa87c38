package io.tarn.acceptance.isolation;

import io.tarn.acceptance.openapi.Endpoint;
import io.tarn.acceptance.openapi.Schema;
import io.tarn.acceptance.product.Answer;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import java.util.List;
import java.util.Optional;

/// One request that carries one value: either of the other tenant, or unknown.
record Attempt(Endpoint endpoint, String tenant, Location location, Foreign thing) {
  /// Location of the value in the request.
  sealed interface Location {
    /// In the path, as this parameter.
    record InPath(String parameter) implements Location {}

    /// As this query parameter.
    record InQuery(String parameter) implements Location {}

    /// In every text of the body.
    record InBody() implements Location {}

    /// As the key of a repeated request.
    record AsIdempotencyKey() implements Location {}
  }

  /// Sends the request with this value in the location.
  Answer sent(Caller caller, String value) {
    return headed(caller, value).send(endpoint.method(), address(value), body(value));
  }

  private Caller headed(Caller caller, String value) {
    return location instanceof Location.AsIdempotencyKey
        ? caller.with("Idempotency-Key", value)
        : caller;
  }

  private String address(String value) {
    var path = endpoint.path();
    for (String parameter : endpoint.pathParameters()) {
      path = path.replace("{" + parameter + "}", People.encoded(inPath(parameter, value)));
    }
    return location instanceof Location.InQuery(var parameter)
        ? path + "?" + parameter + "=" + People.encoded(value)
        : path;
  }

  private String inPath(String parameter, String value) {
    if (location instanceof Location.InPath(var own) && own.equals(parameter)) {
      return value;
    }
    return parameter.equals("tenant") ? tenant : ownValue(parameter);
  }

  /// Value of the other parameters: the default store, or an unknown id.
  private static String ownValue(String parameter) {
    return parameter.equals("store") || parameter.equals("id") || parameter.equals("eventDataStore")
        ? "default"
        : "00000000-0000-7000-8000-000000000000";
  }

  private String body(String value) {
    return endpoint
        .body()
        .map(schema -> Schema.filled(schema, inBody(value)).toString())
        .orElse("");
  }

  private String inBody(String value) {
    return location instanceof Location.InBody ? value : "$EDS_ID";
  }

  /// The answer without the value that was sent and without the request id, for comparison.
  static String comparable(Answer answer, String value) {
    var text = answer.status() + " " + answer.body();
    for (String form :
        List.of(
            value, People.encoded(value), value.replace("\"", "\\\""), value.replace("\"", ""))) {
      text = text.replace(form, "<sent>");
    }
    return Optional.of(text)
        .map(shown -> shown.replaceAll("\"requestId\":\"[^\"]*\"", "\"requestId\":\"\""))
        .map(shown -> shown.replaceAll("\"instance\":\"[^\"]*\"", "\"instance\":\"\""))
        .orElseThrow();
  }

  @Override
  public String toString() {
    return "%s of tenant %s with the %s of the other %s"
        .formatted(endpoint, tenant, thing, location);
  }
}
