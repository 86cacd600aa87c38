package io.tarn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Arguments of `tarn export`. A word with white space in it is never an option: a statement may
/// begin with `--`, as its comments do.
///
/// @param to null is a folder that is named by the execution, where the command was started
record ExportArguments(
    String tenant, String statement, String format, @Nullable Path to, String role) {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s");
  private static final Set<String> FORMATS = Set.of("csv", "ndjson", "parquet");

  /// @throws IllegalArgumentException naming the invalid argument
  static ExportArguments read(List<String> words) {
    var plain = new ArrayList<String>();
    var format = "csv";
    var role = "analyst";
    Path to = null;
    for (int next = 0; next < words.size(); next++) {
      var word = words.get(next);
      if (!word.startsWith("-") || WHITE_SPACE.matcher(word).find()) {
        plain.add(word);
        continue;
      }
      var equals = word.indexOf('=');
      var name = equals < 0 ? word : word.substring(0, equals);
      if (!Set.of("--format", "--to", "--as").contains(name)) {
        throw new IllegalArgumentException("There is no option " + name);
      }
      if (equals < 0 && next + 1 == words.size()) {
        throw new IllegalArgumentException(word + " wants a value");
      }
      var value = equals < 0 ? words.get(++next) : word.substring(equals + 1);
      switch (name) {
        case "--format" -> format = value;
        case "--to" -> to = Path.of(value);
        default -> role = value;
      }
    }
    if (plain.size() != 2) {
      throw new IllegalArgumentException(
          "One tenant and one statement in quotes: tarn export <tenant> '<statement>'");
    }
    if (!FORMATS.contains(format)) {
      throw new IllegalArgumentException("A format is csv, ndjson or parquet, not " + format);
    }
    return new ExportArguments(plain.getFirst(), plain.getLast(), format, to, role);
  }

  /// Where the files go.
  Path folder(String execution) {
    return to == null ? Path.of(execution) : to;
  }
}
