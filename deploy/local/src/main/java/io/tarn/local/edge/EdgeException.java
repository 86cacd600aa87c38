package io.tarn.local.edge;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/// A request that the edge or the identity provider refused, with the problem document it gave.
public final class EdgeException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient JsonNode problem;

  EdgeException(String message, int status, JsonNode problem) {
    super(message);
    this.status = status;
    this.problem = problem;
  }

  public int status() {
    return status;
  }

  public JsonNode problem() {
    return problem;
  }

  static EdgeException of(int status, JsonNode problem) {
    var title = problem.path("title").asText("The request was refused");
    var detail = problem.path("detail").asText("");
    var text = detail.isEmpty() || detail.equals(title) ? title : title + ": " + detail;
    return new EdgeException("%s (%d)".formatted(text, status), status, problem);
  }
}
