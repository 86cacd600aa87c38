package io.tarn.sql.generated;

import io.tarn.sql.type.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What `generated/expressions.txt` says.
final class Ingredients {
  private final List<Column> columns = new ArrayList<>();
  private final Map<Type, List<String>> literals = new LinkedHashMap<>();
  private final Map<Type, List<String>> extremes = new LinkedHashMap<>();
  private final Map<String, List<Idiom>> idioms = new HashMap<>();
  private final Map<String, List<String>> arguments = new HashMap<>();
  private final Map<String, Set<String>> names = new HashMap<>();

  /// An expression that reads a row.
  record Column(Type type, String text) {}

  /// @param result a type, or T
  /// @param template text with holes `{type}`
  record Idiom(String result, int weight, String template) {}

  Ingredients() {
    var chapter = "";
    for (var line : lines()) {
      if (line.startsWith("## ")) {
        chapter = line.substring(3).strip();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        read(chapter, line);
      }
    }
  }

  List<Column> columns() {
    return columns;
  }

  List<String> literals(Type type) {
    return literals.getOrDefault(type, List.of());
  }

  Map<Type, List<String>> extremes() {
    return extremes;
  }

  /// @param chapter `idioms`, or `wild idioms` that may fail
  List<Idiom> idioms(String chapter) {
    return idioms.getOrDefault(chapter, List.of());
  }

  /// What a function takes as that argument; empty where it takes anything of the type.
  ///
  /// @param hints words, of which one sets an overload apart
  List<String> arguments(String function, int index, List<String> hints) {
    for (var hint : hints) {
      var some = arguments.get(function + "." + index + " " + hint);
      if (some != null) {
        return some;
      }
    }
    return arguments.getOrDefault(function + "." + index, List.of());
  }

  /// The names of functions in a chapter, such as `favourites`.
  Set<String> names(String chapter) {
    return names.getOrDefault(chapter, Set.of());
  }

  private void read(String chapter, String line) {
    switch (chapter) {
      case "columns" -> columns.add(new Column(TypeText.parse(key(line)), value(line)));
      case "literals" -> literals.put(TypeText.parse(key(line)), list(value(line)));
      case "extremes" -> extremes.put(TypeText.parse(key(line)), list(value(line)));
      case "arguments" -> arguments.put(key(line), list(value(line)));
      case "idioms", "wild idioms" -> {
        var rest = value(line);
        var idiom = new Idiom(key(line), Integer.parseInt(key(rest)), value(rest));
        idioms.computeIfAbsent(chapter, _ -> new ArrayList<>()).add(idiom);
      }
      default ->
          names
              .computeIfAbsent(chapter, _ -> new TreeSet<>())
              .addAll(Arrays.asList(line.strip().split(" ")));
    }
  }

  private static String key(String line) {
    return line.substring(0, line.indexOf(" |")).strip();
  }

  private static String value(String line) {
    return line.substring(line.indexOf(" |") + 2).strip();
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : Arrays.stream(text.split(" ;; ")).toList();
  }

  private static List<String> lines() {
    try (InputStream text = Ingredients.class.getResourceAsStream("/generated/expressions.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
