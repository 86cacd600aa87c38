package io.tarn.ingest.intake.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The line of a result file that names its columns. Time and statement stand before it; a
/// statement has as many lines as who wrote it gave it.
///
/// @param linesBefore how many lines stand before it
/// @param column the index of the column `eventJson`
record ResultHeader(int linesBefore, int column) {
  private static final String STATEMENT = "# Execution Time";
  private static final String HISTORY = "event name,event time,";

  /// The header of a result, by its beginning; empty where it has no column `eventJson`.
  ///
  /// A line of the statement may look like a header. The one before a row with an event is the
  /// header; in a result without rows it is the last one.
  static Optional<ResultHeader> in(String beginning) {
    var lines = beginning.split("\r?\n", -1);
    Optional<ResultHeader> last = Optional.empty();
    int most = isCommented(beginning) ? lines.length : 1;
    for (int line = isResult(beginning) ? 1 : 0; line < most; line++) {
      int column = columns(lines[line]).indexOf(EventKeys.OF_ORIGINALS.toLowerCase(Locale.ROOT));
      if (column >= 0) {
        last = Optional.of(new ResultHeader(line, column));
        if (line + 1 < lines.length && isEvent(lines[line + 1], column)) {
          return last;
        }
      }
    }
    return last;
  }

  /// Whether it is the result of a query, which begins with time and statement.
  static boolean isResult(String beginning) {
    return beginning.startsWith(STATEMENT);
  }

  /// Whether it is what the console writes of the event history.
  static boolean isEventHistory(String beginning) {
    return beginning.toLowerCase(Locale.ROOT).replace("\"", "").startsWith(HISTORY);
  }

  private static boolean isCommented(String beginning) {
    return beginning.startsWith("#");
  }

  private static List<String> columns(String header) {
    return List.of(header.toLowerCase(Locale.ROOT).replace("\"", "").split(",", -1));
  }

  /// Whether the field of this index begins as an event does.
  private static boolean isEvent(String row, int column) {
    var begins = fields(row);
    return column < begins.size() && row.startsWith("{", afterQuote(row, begins.get(column)));
  }

  private static int afterQuote(String row, int field) {
    return row.startsWith("\"", field) ? field + 1 : field;
  }

  /// Where the fields of a row begin.
  private static List<Integer> fields(String row) {
    var begins = new ArrayList<>(List.of(0));
    boolean isQuoted = false;
    for (int at = 0; at < row.length(); at++) {
      char next = row.charAt(at);
      isQuoted ^= next == '"';
      if (next == ',' && !isQuoted) {
        begins.add(at + 1);
      }
    }
    return begins;
  }
}
