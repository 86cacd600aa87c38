package io.tarn.ingest.writing;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a failure means for a batch.
enum WriteFailure {
  /// Some record is at fault: it cannot be decoded, or the database refuses its row (bad data, a
  /// check, a limit of a page).
  RECORDS,
  /// Something else, which may pass: no connection, a lock, a full disk, a table being changed.
  PASSING;

  /// Data exception, integrity violation, program limit (an index entry that is too long).
  private static final Set<String> CLASSES_OF_ROWS = Set.of("22", "23", "54");

  /// The server's "internal error": of a value that it cannot take, where it does not pass.
  private static final String INTERNAL = "XX000";

  /// A failure of the database anywhere among the causes decides; without one it is our own code
  /// that fails, and that can only be because of what it was given.
  static WriteFailure of(Throwable failure) {
    var sql = sqlOf(failure);
    return sql == null || isOfRows(sql.getSQLState()) ? RECORDS : PASSING;
  }

  /// In words for whom the record belongs to: nothing of the message, which may hold its content.
  static String detailOf(Throwable failure) {
    return sqlOf(failure) == null
        ? "it cannot be decoded: " + failure.getClass().getSimpleName()
        : "the storage cannot hold it";
  }

  private static boolean isOfRows(@Nullable String state) {
    return state != null
        && state.length() == INTERNAL.length()
        && (state.equals(INTERNAL) || CLASSES_OF_ROWS.contains(state.substring(0, 2)));
  }

  private static @Nullable SQLException sqlOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
