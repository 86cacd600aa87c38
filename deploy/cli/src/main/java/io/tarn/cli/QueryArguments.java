package io.tarn.cli;

import io.tarn.local.output.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Arguments of `tarn query`. A word with white space in it is never an option: a
/// statement may begin with `--`, as its comments do.
///
/// @param file file with the statement; null for a statement argument or standard input
/// @param statement the statement; `-` for standard input; null when a file or a kept query was
///     named
/// @param saved title or id of a kept query; null for a statement
/// @param values of the parameters of the kept query; several where an option was repeated
record QueryArguments(
    String tenant,
    @Nullable String statement,
    @Nullable Path file,
    @Nullable String saved,
    Map<String, List<String>> values,
    Format format,
    String role) {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s");

  /// @throws IllegalArgumentException naming the invalid argument
  static QueryArguments read(List<String> words) {
    return new Reader(words).read();
  }

  String text(InputStream standardInput) throws IOException {
    if (file != null) {
      return Files.readString(file);
    }
    return statement == null || statement.equals("-")
        ? new String(standardInput.readAllBytes(), StandardCharsets.UTF_8)
        : statement;
  }

  private static boolean isOption(String word) {
    return word.startsWith("-") && !word.equals("-") && !WHITE_SPACE.matcher(word).find();
  }

  private static final class Reader {
    private final List<String> words;
    private final List<String> plain = new ArrayList<>();
    private @Nullable Path file;
    private @Nullable String saved;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private Format format = Format.TABLE;
    private String role = "analyst";
    private int next;

    Reader(List<String> words) {
      this.words = words;
    }

    QueryArguments read() {
      while (next < words.size()) {
        var word = words.get(next++);
        if (isOption(word)) {
          readOption(word);
        } else {
          plain.add(word);
        }
      }
      refuseNonsense();
      return new QueryArguments(
          plain.getFirst(),
          plain.size() > 1 ? plain.get(1) : null,
          file,
          saved,
          values,
          format,
          role);
    }

    private void readOption(String word) {
      var equals = word.indexOf('=');
      var name = equals < 0 ? word : word.substring(0, equals);
      switch (name) {
        case "--file" -> file = Path.of(value(word, equals));
        case "--saved" -> saved = value(word, equals);
        case "--value" -> readValue(value(word, equals));
        case "--format" -> format = format(value(word, equals));
        case "--as" -> role = value(word, equals);
        default -> throw new IllegalArgumentException("There is no option " + name);
      }
    }

    private void readValue(String text) {
      var equals = text.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("--value wants name=value, not " + text);
      }
      values
          .computeIfAbsent(text.substring(0, equals), _ -> new ArrayList<>())
          .add(text.substring(equals + 1));
    }

    private String value(String word, int equals) {
      if (equals >= 0) {
        return word.substring(equals + 1);
      }
      if (next == words.size()) {
        throw new IllegalArgumentException(word + " wants a value");
      }
      return words.get(next++);
    }

    private static Format format(String name) {
      return Format.named(name)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "A format is table, csv, json or ndjson, not " + name));
    }

    private void refuseNonsense() {
      if (plain.isEmpty()) {
        throw new IllegalArgumentException("Which tenant? tarn query <tenant> '<statement>'");
      }
      if (plain.size() > 2) {
        throw new IllegalArgumentException("One statement at a time; put it in quotes.");
      }
      if (file != null && plain.size() == 2) {
        throw new IllegalArgumentException("Either a statement or --file, not both.");
      }
      if (saved != null && (file != null || plain.size() == 2)) {
        throw new IllegalArgumentException("Either a statement or --saved, not both.");
      }
      if (saved == null && !values.isEmpty()) {
        throw new IllegalArgumentException("--value wants --saved, whose parameters have values.");
      }
      if (file == null && saved == null && plain.size() == 1) {
        throw new IllegalArgumentException(
            "Which statement? Give one in quotes, --file <path>, --saved <title>, or - for standard input.");
      }
    }
  }
}
