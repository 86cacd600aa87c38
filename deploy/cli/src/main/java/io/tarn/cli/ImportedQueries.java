package io.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What became of query files: a line for each, and what its author should know below it.
final class ImportedQueries {
  private static final String REJECTED = "rejected";

  private final PrintStream out;
  private final Map<String, Integer> counts = new TreeMap<>();

  ImportedQueries(PrintStream out) {
    this.out = out;
  }

  /// Prints what the service says of a file.
  void add(JsonNode result) {
    line(result.path("outcome").asText(), result.path("path").asText());
    for (var violation : result.path("violations")) {
      below(
          "%s %s"
              .formatted(violation.path("field").asText(), violation.path("reason").asText())
              .strip());
    }
    for (var warning : result.path("warnings")) {
      below("warning: " + warning.asText());
    }
    for (var proposal : result.path("proposals")) {
      below(
          "line %d: %s could be the parameter {{%s}}, %s"
              .formatted(
                  proposal.path("line").asInt(),
                  proposal.path("constant").asText(),
                  proposal.path("name").asText(),
                  proposal.path("type").asText()));
    }
  }

  /// Prints a file that was not sent.
  void reject(String path, String reason) {
    line(REJECTED, path);
    below(reason);
  }

  void line(String outcome, String path) {
    counts.merge(outcome, 1, Integer::sum);
    out.printf(Locale.ROOT, "%-9s  %s%n", outcome, shown(path));
  }

  private void below(String words) {
    out.println("             " + shown(words));
  }

  /// Text of files and of other people, without what would steer the terminal.
  private static String shown(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  boolean hasRejected() {
    return counts.containsKey(REJECTED);
  }

  /// Such as `2 created, 1 rejected`.
  String sum() {
    if (counts.isEmpty()) {
      return "no files";
    }
    var sum = new StringBuilder();
    counts.forEach(
        (outcome, count) ->
            sum.append(sum.isEmpty() ? "" : ", ").append(count).append(' ').append(outcome));
    return sum.toString();
  }
}
