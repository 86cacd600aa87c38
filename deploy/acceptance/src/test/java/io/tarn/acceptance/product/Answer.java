package io.tarn.acceptance.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/// An HTTP response.
public record Answer(int status, Map<String, List<String>> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Answer {
    headers = Map.copyOf(headers);
  }

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers().map(), response.body());
  }

  /// The body as JSON; fails with the whole answer where it is none.
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException none) {
      throw new AssertionError("no JSON in " + this, none);
    }
  }

  /// A text field of the body, empty where there is none.
  public String text(String field) {
    return body.startsWith("{") ? json().path(field).asText("") : "";
  }

  /// This answer, or a failure that shows it.
  public Answer with(int expected) {
    if (status != expected) {
      throw new AssertionError("expected " + expected + " but got " + this);
    }
    return this;
  }

  /// Headers and body in one text, for searching.
  public String everything() {
    return headers + "\n" + body;
  }
}
