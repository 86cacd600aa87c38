package io.tarn.oracle;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Reads the events of files: one a line, or the records of a trail's log file; packed or not.
final class EventFiles {
  private EventFiles() {}

  /// The rows of a table, of a file or of all files below a folder in the order of their names.
  /// Records of another kind, or without a valid id or time, are left out; of those with the same
  /// time and id, the first one stays.
  static List<EventRow> rows(EventTable table, Path path) throws IOException {
    Map<List<Object>, EventRow> rows = new LinkedHashMap<>();
    for (var file : files(path)) {
      for (var event : events(text(file))) {
        if (EventTable.of(event) == table) {
          EventRow.of(table, event)
              .ifPresent(row -> rows.putIfAbsent(List.of(row.time(), row.id()), row));
        }
      }
    }
    return new ArrayList<>(rows.values());
  }

  private static List<Path> files(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(EventFiles::isOfEvents).sorted().toList();
    }
  }

  private static boolean isOfEvents(Path file) {
    return Files.isRegularFile(file) && file.toString().matches(".*\\.jsonl?(\\.gz)?");
  }

  private static List<JsonText> events(String text) {
    var whole = JsonText.of(text).map(JsonText::members).orElse(Map.of()).get("Records");
    if (whole != null && whole.kind() == JsonToken.START_ARRAY) {
      return whole.elements();
    }
    return text.lines().flatMap(line -> JsonText.of(line).stream()).toList();
  }

  private static String text(Path file) throws IOException {
    try (InputStream packed = Files.newInputStream(file);
        InputStream plain =
            file.toString().endsWith(".gz") ? new GZIPInputStream(packed) : packed) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
