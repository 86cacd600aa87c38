package io.tarn.local.sending;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// The rejected records of one file, each with its location and reason.
///
/// @param lines the first of them
/// @param more how many more there are
public record Rejections(List<String> lines, long more) {
  private static final int MOST = 10;

  public Rejections {
    lines = List.copyOf(lines);
  }

  /// @param answer of the API for a file
  static Rejections of(JsonNode answer) {
    var lines = new ArrayList<String>();
    for (var reason : answer.path("reasons")) {
      if (lines.size() < MOST) {
        lines.add(line(reason));
      }
    }
    return new Rejections(lines, answer.path("rejected").asLong() - lines.size());
  }

  private static String line(JsonNode reason) {
    var location = reason.path("position");
    var inside = location.path("inside").asText("");
    return "%sbyte %d, line %d: %s: %s"
        .formatted(
            inside.isEmpty() ? "" : inside + ", ",
            location.path("byte").asLong(),
            location.path("line").asLong(),
            reason.path("reason").asText(),
            reason.path("detail").asText());
  }
}
