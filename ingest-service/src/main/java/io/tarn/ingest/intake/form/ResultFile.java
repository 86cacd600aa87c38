package io.tarn.ingest.intake.form;

import io.tarn.ingest.record.RejectionReason;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// Reads the events out of a query's result file: CSV (RFC 4180) with a column `eventJson`, mostly
/// behind a line with time and statement. A row whose quotes are wrong ends with its line. Not
/// thread-safe.
final class ResultFile {
  private final Window window;
  private final Envelopes envelopes;
  private final Output output;
  private final int limit;
  private final int column;
  private final Repeats repeats = new Repeats();

  /// @param column the place of `eventJson` among the columns
  ResultFile(Window window, Envelopes envelopes, Output output, FileLimits limits, int column) {
    this.window = window;
    this.envelopes = envelopes;
    this.output = output;
    this.limit = limits.longestValue();
    this.column = column;
  }

  /// Reads all rows.
  void read() throws InterruptedException {
    while (window.peek() == '#') {
      passLine();
    }
    passLine();
    for (int first = window.peek(); first != Window.END; first = window.peek()) {
      if (Text.isSpace(first)) {
        window.next();
      } else {
        row();
      }
    }
    var failure = window.failure();
    if (failure != null) {
      output.broken(window.spot(), failure.reason(), failure.detail());
    }
  }

  private void row() throws InterruptedException {
    var start = window.spot();
    window.mark();
    var text = new ByteArrayOutputStream();
    boolean isWhole = field(column == 0 ? text : null);
    for (int place = 1; isWhole && window.peek() == ','; place++) {
      window.next();
      isWhole = field(place == column ? text : null);
    }
    if (isWhole && isRowEnd()) {
      window.unmark();
      envelopes.held(text.toByteArray(), text.toByteArray(), start);
    } else {
      broken(start);
    }
  }

  /// Passes over a field and keeps what it says; tells whether it has an end.
  private boolean field(@Nullable ByteArrayOutputStream kept) {
    if (window.peek() == '"') {
      window.next();
      return quoted(kept);
    }
    while (window.peek() != ',' && !isRowEnd() && window.kept() <= limit) {
      keep(window.next(), kept);
    }
    return window.peek() != Window.END || window.failure() == null;
  }

  private boolean quoted(@Nullable ByteArrayOutputStream kept) {
    while (window.kept() <= limit) {
      int next = window.next();
      if (next == Window.END) {
        return false;
      }
      if (next == '"' && window.peek() != '"') {
        return true;
      }
      keep(next == '"' ? window.next() : next, kept);
    }
    return false;
  }

  private static void keep(int next, @Nullable ByteArrayOutputStream kept) {
    if (kept != null) {
      kept.write(next);
    }
  }

  private void broken(Spot start) throws InterruptedException {
    var failure = window.peek() == Window.END ? window.failure() : null;
    boolean isLine = goBackToLineEnd();
    var bytes = Text.trimmed(window.kept(0, Math.min(window.kept(), limit / 2)));
    window.unmark();
    if (failure != null && !isLine) {
      output.broken(start, failure.reason(), failure.detail(), bytes);
    } else {
      output.broken(
          start, RejectionReason.BROKEN_FRAME, "the row has no end, or is too long", bytes);
      passLine();
    }
  }

  /// Goes back to the end of the row's first line, where there is one.
  private boolean goBackToLineEnd() {
    int end = 0;
    while (end < window.kept() && window.keptByte(end) != '\n') {
      end++;
    }
    if (end == window.kept() || !repeats.isLeft(window.offset())) {
      return false;
    }
    repeats.add(window.kept() - end);
    window.goBack(end);
    return true;
  }

  private void passLine() {
    while (window.peek() != '\n' && window.peek() != Window.END) {
      window.next();
    }
    window.next();
  }

  private boolean isRowEnd() {
    int next = window.peek();
    return next == '\r' || next == '\n' || next == Window.END;
  }
}
