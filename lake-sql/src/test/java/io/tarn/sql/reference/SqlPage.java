package io.tarn.sql.reference;

import static java.util.stream.Collectors.joining;

import io.tarn.common.reference.Markdown;
import io.tarn.common.reference.ReferencePage;
import io.tarn.sql.function.Function;
import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.parse.Language;
import io.tarn.sql.parse.Language.Construct;
import io.tarn.sql.parse.StatementParser;
import io.tarn.sql.parse.StatementSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page of the language: `reference/sql.md` of the test resources, with the tables filled in.
final class SqlPage {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final String KNOWN_TO_DIFFER = "~ ";
  private static final int KIND = 0;
  private static final int CONSTRUCT = 2;
  private static final int STATEMENT = 3;

  private SqlPage() {}

  static ReferencePage page() {
    var text = text(RESOURCES.resolve("reference/sql.md"));
    for (var part : parts().entrySet()) {
      text = text.replace("{" + part.getKey() + "}", part.getValue());
    }
    return new ReferencePage("sql.md", text);
  }

  private static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("constructs", constructs());
    parts.put(
        "statements",
        Language.otherStatements().stream().map(SqlPage::code).collect(joining(", ")));
    parts.put("parts", refusedParts());
    parts.put("functions", functions());
    parts.put("refusals", refusals());
    parts.put("cases", cases());
    parts.put("characters", number(StatementParser.MAX_LENGTH));
    parts.put("columns", number(StatementSize.MAX_COLUMNS));
    parts.put("entries", number(StatementSize.MAX_ENTRIES));
    parts.put("fields", number(StatementSize.MAX_PARTS));
    parts.put("sources", number(StatementSize.MAX_SOURCES));
    parts.put("parentheses", number(StatementParser.MAX_PARENTHESES));
    parts.put("depth", number(StatementParser.MAX_DEPTH));
    return parts;
  }

  private static String constructs() {
    return Language.constructs().stream()
        .map(construct -> row(shown(construct), construct.isSupported() ? "supported" : "refused"))
        .collect(joining("\n"));
  }

  private static String shown(Construct construct) {
    return construct.name().matches("[a-z -]+") ? construct.name() : code(construct.name());
  }

  /// What tests know to be refused, beside whole constructs, other statements and functions.
  private static String refusedParts() {
    var whole =
        Stream.concat(
                Language.constructs().stream().filter(c -> !c.isSupported()).map(Construct::name),
                Language.otherStatements().stream())
            .collect(Collectors.toSet());
    return lines(RESOURCES.resolve("refusals.txt"))
        .map(line -> line.split(" +\\| ", 4))
        .filter(parts -> parts[KIND].equals("Unsupported") && isPart(parts[CONSTRUCT], whole))
        .map(parts -> row(parts[CONSTRUCT], code(parts[STATEMENT].replace("\\n", " "))))
        .collect(joining("\n"));
  }

  private static boolean isPart(String construct, Set<String> whole) {
    return !whole.contains(construct)
        && !construct.matches("function [\\w.]+")
        && !construct.equals("several statements");
  }

  private static String functions() {
    var text = new StringBuilder();
    FunctionTable.get()
        .chapters()
        .forEach(
            (chapter, functions) ->
                text.append(
                        "\n### %s\n\n| Function | |\n| --- | --- |\n".formatted(titled(chapter)))
                    .append(rows(functions)));
    return text.toString();
  }

  /// A row for all signatures of one name that give the same.
  private static String rows(List<Function> functions) {
    Map<List<String>, String> rows = new LinkedHashMap<>();
    for (var function : functions) {
      rows.merge(
          List.of(function.name(), function.help()),
          code(function.display()),
          (some, one) -> some + "<br>" + one);
    }
    return rows.entrySet().stream()
        .map(row -> row(row.getValue(), Markdown.cell(row.getKey().getLast())) + "\n")
        .collect(joining());
  }

  private static String titled(String chapter) {
    return chapter.substring(0, 1).toUpperCase(Locale.ROOT) + chapter.substring(1);
  }

  private static String refusals() {
    return FunctionTable.get().refusals().entrySet().stream()
        .map(refusal -> row(code(refusal.getKey()), refusal.getValue()))
        .collect(joining("\n"));
  }

  private static String cases() {
    try (var files = Files.list(RESOURCES.resolve("functions"))) {
      return files
          .sorted()
          .flatMap(SqlPage::lines)
          .filter(line -> line.startsWith(KNOWN_TO_DIFFER))
          .map(line -> line.substring(KNOWN_TO_DIFFER.length()).split(" => "))
          .map(parts -> row(code(parts[0]), code(parts[1])))
          .collect(joining("\n"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String row(String first, String second) {
    return "| " + first + " | " + second + " |";
  }

  /// Within a table a bar ends the cell, also in code.
  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static Stream<String> lines(Path file) {
    return text(file).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
