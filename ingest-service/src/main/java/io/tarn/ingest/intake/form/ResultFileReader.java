package io.tarn.ingest.intake.form;

import io.tarn.ingest.record.RejectionReason;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// Reads the events out of a query's result file: CSV (RFC 4180) with a column `eventJson`, mostly
/// behind some lines with time and statement. A row whose quotes are wrong ends with its line. Not
/// thread-safe.
final class ResultFileReader {
  private final TextWindow window;
  private final EnvelopeReader envelopes;
  private final PieceOutput output;
  private final int limit;
  private final ResultHeader header;
  private TextLocation begin = TextLocation.BEGIN;
  private long from;

  ResultFileReader(
      TextWindow window,
      EnvelopeReader envelopes,
      PieceOutput output,
      FileLimits limits,
      ResultHeader header) {
    this.window = window;
    this.envelopes = envelopes;
    this.output = output;
    this.limit = limits.longestValue();
    this.header = header;
  }

  /// Reads all rows.
  void read() throws InterruptedException {
    for (int line = 0; line <= header.linesBefore(); line++) {
      window.passLine();
    }
    for (int first = window.peek(); first != TextWindow.END; first = window.peek()) {
      if (Text.isSpace(first)) {
        window.next();
      } else {
        row();
      }
    }
    var failure = window.failure();
    if (failure != null) {
      output.broken(window.location(), failure.reason(), failure.detail());
    }
  }

  private void row() throws InterruptedException {
    begin = window.location();
    from = window.offset();
    window.keepFrom(from);
    var text = new ByteArrayOutputStream();
    boolean isWhole = field(header.column() == 0 ? text : null);
    for (int index = 1; isWhole && window.peek() == ','; index++) {
      window.next();
      isWhole = field(index == header.column() ? text : null);
    }
    if (isWhole && isRowEnd()) {
      envelopes.held(text.toByteArray(), text.toByteArray(), begin);
    } else {
      reject();
    }
  }

  /// Passes over a field and keeps what it says; tells whether it has an end.
  private boolean field(@Nullable ByteArrayOutputStream kept) {
    if (window.peek() == '"') {
      window.next();
      return quoted(kept);
    }
    while (window.peek() != ',' && !isRowEnd() && isShort()) {
      keep(window.next(), kept);
    }
    return window.peek() != TextWindow.END || window.failure() == null;
  }

  private boolean quoted(@Nullable ByteArrayOutputStream kept) {
    while (isShort()) {
      int next = window.next();
      if (next == TextWindow.END) {
        return false;
      }
      if (next == '"' && window.peek() != '"') {
        return true;
      }
      keep(next == '"' ? window.next() : next, kept);
    }
    return false;
  }

  private boolean isShort() {
    return window.offset() - from <= limit;
  }

  private static void keep(int next, @Nullable ByteArrayOutputStream kept) {
    if (kept != null) {
      kept.write(next);
    }
  }

  /// Rejects the first line of the row, and goes on behind it.
  private void reject() throws InterruptedException {
    var failure = window.peek() == TextWindow.END ? window.failure() : null;
    long end = window.offset();
    if (!window.isReadOften()) {
      window.goBack(from, begin.line());
    }
    while (window.offset() < end && window.peek() != '\n') {
      window.next();
    }
    var bytes = Text.trimmed(window.bytes(from, Math.min(window.offset(), from + limit / 2)));
    if (failure != null && window.offset() == end) {
      output.broken(begin, failure.reason(), failure.detail(), bytes);
    } else {
      var detail = "the row that begins at byte %d has no end, or is too long".formatted(from);
      output.broken(begin, RejectionReason.BROKEN_FRAME, detail, bytes);
      window.passLine();
    }
  }

  private boolean isRowEnd() {
    int next = window.peek();
    return next == '\r' || next == '\n' || next == TextWindow.END;
  }
}
