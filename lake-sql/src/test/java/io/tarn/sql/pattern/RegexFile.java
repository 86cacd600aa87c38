package io.tarn.sql.pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The lines of a file of cases: fields between ` | `, comments behind `#`. A middle dot is a
/// space in all fields; texts write control characters like Java.
final class RegexFile {
  private RegexFile() {}

  static List<List<String>> lines(String name) {
    try (var file = RegexFile.class.getResourceAsStream("/patterns/" + name)) {
      var text = new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.asList(line.replace("\u00b7", " ").split(" \\| ", -1)))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String text(String field) {
    return field
        .replace("\u00b7", " ")
        .replace("\\n", "\n")
        .replace("\\r", "\r")
        .replace("\\t", "\t")
        .replace("\\u00a0", "\u00a0");
  }
}
