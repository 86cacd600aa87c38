package io.tarn.acceptance.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Ground truth of the demonstration in the form of the rows that the
/// statements answer.
record Truth(Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();

  List<List<String>> commandsInContainers() {
    return lines("commands.ndjson").stream()
        .map(
            run ->
                row(
                    run,
                    "time",
                    "who",
                    "account",
                    "region",
                    "cluster",
                    "task",
                    "container",
                    "command"))
        .toList();
  }

  List<List<String>> consoleChanges() {
    return lines("console-changes.ndjson").stream()
        .map(change -> row(change, "time", "who", "account", "region", "service", "action"))
        .toList();
  }

  List<List<String>> functionCalls() {
    return lines("invocations.ndjson").stream()
        .map(call -> row(call, "function", "caller", "invokedBy", "times"))
        .toList();
  }

  /// Without the service: what services call by themselves is one row a function.
  List<List<String>> functionCallsByArn() {
    Map<List<String>, Long> sums = new TreeMap<>(Rows.ORDER);
    for (var call : lines("invocations.ndjson")) {
      sums.merge(row(call, "function", "caller"), call.path("times").asLong(), Long::sum);
    }
    return sums.entrySet().stream()
        .map(sum -> List.of(sum.getKey().get(0), sum.getKey().get(1), sum.getValue().toString()))
        .toList();
  }

  private List<JsonNode> lines(String file) {
    try (var lines = Files.lines(folder.resolve(file))) {
      return lines.map(Truth::read).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> row(JsonNode line, String... fields) {
    return Arrays.stream(fields).map(field -> text(field, line.path(field))).toList();
  }

  /// Results show times with a blank and milliseconds.
  private static String text(String field, JsonNode value) {
    return field.equals("time")
        ? value.asText().replace('T', ' ').replace("Z", ".000")
        : Rows.text(value);
  }
}
