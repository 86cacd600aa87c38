package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.piece.Piece;
import io.tarn.ingest.intake.piece.Position;
import io.tarn.ingest.record.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Splits a stream into the exact bytes of its events without building trees: NDJSON, a trail file
/// (`{"Records":[...]}`) or an array, recognised by what stands there. Not thread-safe.
///
/// Only brackets and strings are looked at; whether a piece is JSON is told later. A bracket that
/// closes the wrong one ends the piece, so that the next event is found again.
///
/// ```
///          '['                     ']'
///   TOP ---------> ARRAY  ---------------> TOP
///    |  "Records": [           ]            }
///    +-----------> RECORDS --------> TAIL -----> TOP
/// ```
public final class EventSplitter {
  private enum Frame {
    TOP,
    ARRAY,
    RECORDS,
    TAIL
  }

  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

  private final Window window;
  private final Brackets brackets = new Brackets();
  private Frame frame = Frame.TOP;
  private long records;
  private boolean ended;

  /// @param maxEventBytes a longer event is passed over
  public EventSplitter(InputStream in, int maxEventBytes) {
    this.window = new Window(in, maxEventBytes);
  }

  /// The next piece, or null at the end.
  public @Nullable Piece next() throws IOException {
    if (ended) {
      return null;
    }
    try {
      return find();
    } catch (EOFException | ZipException e) {
      ended = true;
      window.unmark();
      return broken(Refusal.BROKEN_ARCHIVE, "the compressed stream is cut off or damaged");
    }
  }

  private @Nullable Piece find() throws IOException {
    skipByteOrderMark();
    while (true) {
      skipSpace();
      int first = window.peek();
      if (first == Window.END) {
        ended = true;
        return frame == Frame.TOP
            ? null
            : broken(Refusal.BROKEN_FRAME, "the file ends inside its list of events");
      }
      var piece =
          switch (frame) {
            case TOP -> top(first);
            case ARRAY, RECORDS -> element(first);
            case TAIL -> tail();
          };
      if (piece != null) {
        return piece;
      }
    }
  }

  private @Nullable Piece top(int first) throws IOException {
    if (first == '[') {
      window.next();
      frame = Frame.ARRAY;
      return null;
    }
    var start = begin();
    return first == '{' ? object(start) : line(start);
  }

  /// An object at the top: an event, or the frame of a trail file. An event ends with its line,
  /// unless the line ends right behind the opening bracket, as pretty printers write it.
  private @Nullable Piece object(Position start) throws IOException {
    brackets.open(window.next());
    boolean isPretty = isSpaceToLineEnd();
    if (isPretty && window.peek() != '"' && window.peek() != '}') {
      return piece(start); // a line with nothing but a bracket
    }
    var key = new RecordsKey();
    while (!brackets.isEmpty()) {
      int next = window.peek();
      if (next == Window.END) {
        return cutOff(start);
      }
      if (next == '\n' && !isPretty) {
        return piece(start);
      }
      if (next == '[' && key.isComplete() && brackets.depth() == 1) {
        window.next();
        window.unmark();
        records--;
        frame = Frame.RECORDS;
        return null;
      }
      window.next();
      if (next == '"') {
        key.string(string(!isPretty), brackets.depth());
      } else {
        key.other(next);
        brackets.take(next);
      }
    }
    return piece(start);
  }

  private Piece line(Position start) throws IOException {
    while (window.peek() != '\n' && window.peek() != Window.END) {
      window.next();
    }
    return piece(start);
  }

  private @Nullable Piece element(int first) throws IOException {
    if (first == ']') {
      window.next();
      if (frame == Frame.RECORDS) {
        brackets.open('{');
      }
      frame = frame == Frame.RECORDS ? Frame.TAIL : Frame.TOP;
      return null;
    }
    if (first == ',') {
      window.next();
      return null;
    }
    var start = begin();
    return first == '{' || first == '[' ? nested(start) : word(start);
  }

  private Piece nested(Position start) throws IOException {
    do {
      int next = window.peek();
      if (next == Window.END) {
        return cutOff(start);
      }
      if (next == ']' && !brackets.holds('[')) {
        return piece(start); // closes the list around the event, which lacks a bracket
      }
      pass(next);
    } while (!brackets.isEmpty());
    return piece(start);
  }

  /// What stands between commas and is no object.
  private Piece word(Position start) throws IOException {
    for (int next = window.peek(); next != ',' && next != ']'; next = window.peek()) {
      if (next == Window.END) {
        return cutOff(start);
      }
      pass(next);
    }
    return piece(start);
  }

  private void pass(int next) throws IOException {
    window.next();
    if (next == '"') {
      string(false);
    } else {
      brackets.take(next);
    }
  }

  private @Nullable Piece tail() throws IOException {
    while (!brackets.isEmpty()) {
      int next = window.peek();
      if (next == Window.END) {
        ended = true;
        return broken(Refusal.BROKEN_FRAME, "the file ends inside its frame");
      }
      pass(next);
    }
    frame = Frame.TOP;
    return null;
  }

  /// Passes over a string whose opening quote was read; tells whether it is `Records`.
  private boolean string(boolean endsWithLine) throws IOException {
    int matched = 0;
    for (int next = window.peek();
        next != Window.END && !(endsWithLine && next == '\n');
        next = window.peek()) {
      window.next();
      if (next == '"') {
        return matched == RecordsKey.NAME.length();
      }
      if (next == '\\') {
        window.next();
        matched = Integer.MIN_VALUE;
      } else {
        matched = RecordsKey.isAt(next, matched) ? matched + 1 : Integer.MIN_VALUE;
      }
    }
    return false;
  }

  private Position begin() {
    brackets.clear();
    records++;
    window.mark();
    return here();
  }

  private Piece piece(Position start) {
    if (!window.isKept()) {
      window.unmark();
      return new Piece.Broken(
          start, Refusal.TOO_LARGE, (window.offset() - start.byteOffset()) + " bytes", new byte[0]);
    }
    return new Piece.Candidate(start, Trimmed.of(window.take()));
  }

  private Piece cutOff(Position start) {
    ended = true;
    window.unmark();
    return new Piece.Broken(
        start, Refusal.BROKEN_FRAME, "the file ends inside an event", new byte[0]);
  }

  private Piece broken(Refusal refusal, String detail) {
    return new Piece.Broken(here(), refusal, detail, new byte[0]);
  }

  private Position here() {
    return new Position(records, window.offset(), window.line());
  }

  private void skipByteOrderMark() throws IOException {
    if (window.offset() == 0 && window.peek() == BYTE_ORDER_MARK[0]) {
      for (int expected : BYTE_ORDER_MARK) {
        if (window.peek() == expected) {
          window.next();
        }
      }
    }
  }

  private void skipSpace() throws IOException {
    while (isSpace(window.peek())) {
      window.next();
    }
  }

  private boolean isSpaceToLineEnd() throws IOException {
    long line = window.line();
    skipSpace();
    return window.line() > line;
  }

  static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
