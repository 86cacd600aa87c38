package io.tarn.query.tenantdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// One attempt to reach beyond a tenant's walls, and how the database's answer begins: a SQLSTATE,
/// or the text of the rows, or `done` where a command without rows is carried out.
record Attempt(String answer, String sql) {

  /// The lines of the table: the answer, a bar, the statement. Lines with `#` are headings.
  static List<Attempt> readAll() {
    try (var file = Attempt.class.getResourceAsStream("/isolation-attempts.txt")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Attempt::of)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Attempt of(String line) {
    var bar = line.indexOf('|');
    return new Attempt(line.substring(0, bar).strip(), line.substring(bar + 1).strip());
  }

  @Override
  public String toString() {
    return sql;
  }
}
