package io.tarn.bench.ingest;

import io.tarn.bench.Database;
import java.io.IOException;
import java.nio.file.Path;

/// Rows that one writer copies at a time.
///
/// @param number number of the part
/// @param table where they go
/// @param file the rows in COPY's binary form
record CopyPart(int number, TableCopy table, Path file) {
  /// The length up to which Tarn's writer keeps staged rows whole.
  private static final int WHOLE_ROW_BYTES = 8160;

  void copy(Database database) throws IOException {
    database.copyIn(table.name(), file);
  }

  /// Makes the table through which the rows of this part alone pass.
  void makeStaging(Database database) throws IOException {
    database.run(
        "create unlogged table %s (like %s) with (toast_tuple_target = %d)"
            .formatted(staging(), table.original(), WHOLE_ROW_BYTES));
  }

  void stage(Database database) throws IOException {
    database.copyIn(staging(), file);
  }

  void insertStaged(Database database) throws IOException {
    database.run(
        "insert into %s select * from %s order by event_time, event_id on conflict do nothing"
            .formatted(table.name(), staging()));
  }

  private String staging() {
    return TableCopy.SCHEMA + ".staging_" + number;
  }
}
