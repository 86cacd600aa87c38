package io.tarn.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A statement and what is expected of it: `<name>.sql` and `<name>.expected.sql`, whose part after
/// `-- rows` is the answer of the database.
///
/// With `-Dtarn.translation.update=true` the expectation is written instead of compared; look at
/// the difference before committing it.
record TranslationCase(String name, Path folder) {
  private static final String ROWS = "\n-- rows\n";
  private static final boolean UPDATE = Boolean.getBoolean("tarn.translation.update");

  static List<TranslationCase> all() {
    var folder = Path.of("src/test/resources/translation");
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".sql") && !file.endsWith(".expected.sql"))
          .map(file -> new TranslationCase(file.replace(".sql", ""), folder))
          .sorted((one, other) -> one.name.compareTo(other.name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String statement() {
    return read(folder.resolve(name + ".sql"));
  }

  String expectedTranslation(String actual) {
    if (UPDATE) {
      write(actual + ROWS + rows(expectation()));
    }
    var text = expectation();
    return text.contains(ROWS) ? text.substring(0, text.indexOf(ROWS)) : text;
  }

  String expectedRows(String actual) {
    if (UPDATE) {
      var text = expectation();
      write((text.contains(ROWS) ? text.substring(0, text.indexOf(ROWS)) : text) + ROWS + actual);
    }
    return rows(expectation());
  }

  static String print(Translation translation) {
    var lines =
        translation.parameters().stream()
            .map(value -> "-- ? " + value.getClass().getSimpleName() + " " + value)
            .collect(Collectors.toList());
    translation
        .columns()
        .forEach(column -> lines.add("-- = " + column.name() + " " + column.type().display()));
    return translation.sql() + "\n" + String.join("\n", lines);
  }

  private static String rows(String text) {
    return text.contains(ROWS) ? text.substring(text.indexOf(ROWS) + ROWS.length()) : "";
  }

  private String expectation() {
    var file = folder.resolve(name + ".expected.sql");
    return Files.exists(file) ? read(file) : "";
  }

  private void write(String text) {
    try {
      Files.writeString(folder.resolve(name + ".expected.sql"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
