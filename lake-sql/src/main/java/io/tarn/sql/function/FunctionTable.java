package io.tarn.sql.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Every function that statements can call, and those that are refused with a reason. They stand in
/// `functions.txt` and, for operators and special forms, in `operators.txt` beside this class.
///
/// ```
/// ## text
/// length(varchar): bigint | char_length({0})::bigint | Number of characters.
/// contains(array(T), T): boolean | = | Whether the array has the element.
/// refused shuffle | gives another order each time
/// ```
///
/// A template is PostgreSQL's text with `{0}` for an argument, `{*}` for all of them and `{1*}` for
/// all from the second; `=` is short for the function of that name in the schema `lake`. A value of
/// a bare type variable goes in and comes out as jsonb, in an aggregate as it is; `{0:json}` asks
/// for jsonb, `{kind:0}` for the order of an array's elements. `@name` is written by a method.
public final class FunctionTable {
  private static final FunctionTable DEFAULT = read();

  private final Map<String, List<Function>> functions = new TreeMap<>();
  private final SortedMap<String, String> refusals = new TreeMap<>();
  private final Map<String, List<Function>> chapters = new LinkedHashMap<>();
  private final List<Function> inOrder = new ArrayList<>();

  private FunctionTable() {}

  /// The table of this release.
  public static FunctionTable get() {
    return DEFAULT;
  }

  /// All signatures that authors can call by name, in the order of the table.
  public List<Function> callable() {
    return inOrder.stream().filter(FunctionTable::isCallable).toList();
  }

  /// All names that can be called.
  public Collection<String> names() {
    return functions.keySet().stream().filter(name -> !name.startsWith("$")).toList();
  }

  /// All signatures of this name, whatever its case; empty where there is none.
  public List<Function> named(String name) {
    return functions.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /// Why a function of Trino is not supported; empty where it is, or where Trino has none.
  public Optional<String> refusal(String name) {
    return Optional.ofNullable(refusals.get(name.toLowerCase(Locale.ROOT)));
  }

  /// Names of refused functions with their reasons, in the order of the names.
  public SortedMap<String, String> refusals() {
    return Collections.unmodifiableSortedMap(refusals);
  }

  /// The signatures that authors can call by name, by their chapters, in the order of the table.
  public Map<String, List<Function>> chapters() {
    return Collections.unmodifiableMap(chapters);
  }

  /// The one signature of an operator.
  public Function operator(String name) {
    return named(name).getFirst();
  }

  private static boolean isCallable(Function function) {
    return !function.name().startsWith("$");
  }

  private static FunctionTable read() {
    var table = new FunctionTable();
    table.read("operators.txt");
    table.read("functions.txt");
    return table;
  }

  private void read(String file) {
    var chapter = "";
    for (var line : lines(file)) {
      if (line.startsWith("## ")) {
        chapter = line.substring(3).strip();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        add(line, chapter);
      }
    }
  }

  /// A template may have a bar of its own, so the parts are cut off at both ends.
  private void add(String line, String chapter) {
    var first = line.indexOf(" | ");
    if (line.startsWith("refused ")) {
      var name = line.substring("refused ".length(), first).strip();
      refusals.put(name, line.substring(first + 3).strip());
      return;
    }
    var padded = line + " ";
    var last = padded.lastIndexOf(" | ");
    var signature = SignatureParser.parse(line.substring(0, first));
    var template = padded.substring(first + 3, last).strip();
    var function =
        new Function(
            signature.name(),
            kind(chapter),
            signature.parameters(),
            signature.isVariadic(),
            signature.result(),
            template.equals("=") ? "lake." + signature.name() + "({*})" : template,
            padded.substring(last + 3).strip());
    functions.computeIfAbsent(function.name(), _ -> new ArrayList<>()).add(function);
    inOrder.add(function);
    if (isCallable(function)) {
      chapters.computeIfAbsent(chapter, _ -> new ArrayList<>()).add(function);
    }
  }

  private static Function.Kind kind(String chapter) {
    return switch (chapter) {
      case "aggregate" -> Function.Kind.AGGREGATE;
      case "window" -> Function.Kind.WINDOW;
      default -> Function.Kind.SCALAR;
    };
  }

  private static List<String> lines(String file) {
    try (InputStream text = FunctionTable.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(text, file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
