package io.tarn.scheduler.report;

import java.time.Instant;
import java.util.List;

/// A document of facts and tables.
///
/// @param title of the document
/// @param createdAt when what it tells was so; the same report of the same time is the same file
/// @param facts what stands before the tables
/// @param tables in their order
public record Report(String title, Instant createdAt, List<Fact> facts, List<Table> tables) {
  public Report {
    facts = List.copyOf(facts);
    tables = List.copyOf(tables);
  }

  /// A name and what stands beside it.
  public record Fact(String name, String value) {}

  /// A table.
  ///
  /// @param heading above it
  /// @param rows texts in the order of the columns
  public record Table(String heading, List<Column> columns, List<List<String>> rows) {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// A column of a table.
  ///
  /// @param isNumber whether its values stand at the right
  public record Column(String name, boolean isNumber) {
    public static Column text(String name) {
      return new Column(name, false);
    }

    public static Column number(String name) {
      return new Column(name, true);
    }
  }
}
