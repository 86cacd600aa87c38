package io.tarn.oracle;

import java.io.IOException;
import java.nio.file.Path;

/// Makes tables of files of events.
final class CorpusLoader {
  private final ServedTables tables;

  CorpusLoader(ServedTables tables) {
    this.tables = tables;
  }

  /// Makes or replaces a table.
  ///
  /// @param path a file, or a folder of them
  /// @return the number of its rows
  int load(EventTable kind, String table, Path path) throws IOException {
    var rows = EventFiles.rows(kind, path);
    var shapes = kind.columns().stream().map(EventTable.Column::shape).toList();
    tables.put(table, new ServedTables.Served(kind.columns(), RowPages.of(shapes, rows)));
    return rows.size();
  }
}
