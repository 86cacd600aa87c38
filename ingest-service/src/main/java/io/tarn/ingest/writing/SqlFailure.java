package io.tarn.ingest.writing;

import java.sql.SQLException;
import java.util.Set;

/// What a failure of the database means for a batch.
enum SqlFailure {
  /// The rows themselves are refused: bad data, a check, a limit of a page.
  ROWS,
  /// Something else, which may pass: no connection, a lock, a full disk, a table being changed.
  PASSING;

  /// Data exception, integrity violation, program limit (an index entry that is too long).
  private static final Set<String> CLASSES_OF_ROWS = Set.of("22", "23", "54");

  static SqlFailure of(SQLException failure) {
    var state = failure.getSQLState();
    return state != null && state.length() == 5 && CLASSES_OF_ROWS.contains(state.substring(0, 2))
        ? ROWS
        : PASSING;
  }
}
