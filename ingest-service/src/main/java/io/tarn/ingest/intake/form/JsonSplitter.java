package io.tarn.ingest.intake.form;

import io.tarn.ingest.record.RejectionReason;
import java.util.ArrayDeque;
import java.util.Deque;

/// Splits a text into the exact bytes of its values without building trees: one after the other, a
/// line each or not, in an array, or in the list of an object around them, in each other too.
///
/// ```
///          '['                     ']'
///   TOP ---------> LIST  ----------------> TOP
///    |  {"Records":[          ]                    }
///    +-------------> FRAMED ------> BEHIND_LIST -----> TOP
/// ```
///
/// Whether a value is an event is told later. Broken values end where the next one seems to begin.
final class JsonSplitter {
  private enum Frame {
    LIST,
    FRAMED,
    BEHIND_LIST
  }

  private static final int DEEPEST_FRAME = 64;
  private static final int BEGINNING = 4096;

  private final Window window;
  private final Output output;
  private final Values values;
  private final Anchors anchors = new Anchors();
  private final ValueScanner scanner;
  private final Repeats repeats = new Repeats();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private boolean endIsTold;

  /// @param limit a longer value is passed over
  JsonSplitter(Window window, Output output, Values values, int limit) {
    this.window = window;
    this.output = output;
    this.values = values;
    this.scanner = new ValueScanner(window, anchors, limit);
  }

  /// Where values go.
  interface Values {
    /// A value that is whole as far as its brackets tell.
    void take(byte[] bytes, Spot spot) throws InterruptedException;

    /// The most that is kept of a value that is too long.
    int longestBeginning();
  }

  /// Splits all of it.
  void split() throws InterruptedException {
    for (int first = passSeparators(); first != Window.END; first = passSeparators()) {
      switch (frames.peek()) {
        case null -> value(first);
        case LIST, FRAMED -> element(first);
        case BEHIND_LIST -> member(first);
      }
    }
    if (!endIsTold) {
      finish();
    }
  }

  private void finish() throws InterruptedException {
    var failure = window.failure();
    if (failure != null) {
      output.broken(window.spot(), failure.reason(), failure.detail());
    } else if (!frames.isEmpty()) {
      var place = frames.contains(Frame.BEHIND_LIST) ? "behind" : "inside";
      output.broken(
          window.spot(),
          RejectionReason.BROKEN_FRAME,
          "the file ends %s its list of events".formatted(place));
    }
  }

  private void element(int first) throws InterruptedException {
    if (first == ']') {
      window.next();
      if (frames.pop() == Frame.FRAMED) {
        frames.push(Frame.BEHIND_LIST);
      }
    } else {
      anchors.learn(window);
      value(first);
    }
  }

  private void value(int first) throws InterruptedException {
    boolean mayBeFrame = frames.size() < DEEPEST_FRAME;
    if (first == '[' && mayBeFrame) {
      window.next();
      frames.push(Frame.LIST);
      return;
    }
    var start = window.spot();
    window.mark();
    var end = scanner.scan(frames.isEmpty(), mayBeFrame);
    if (scanner.isFrame()) {
      window.goBack(scanner.listAt());
      frames.push(Frame.FRAMED);
    } else {
      ended(end, start);
    }
    window.unmark();
  }

  private void ended(ValueScanner.End end, Spot start) throws InterruptedException {
    switch (end) {
      case CLOSED, FRAME -> {
        if (scanner.isSuspicious()) {
          broken(start);
        } else {
          var bytes = whole();
          anchors.learn(bytes);
          values.take(bytes, start);
        }
      }
      case CUT -> broken(start);
      case FILE_END -> cutOff(start);
      case TOO_LONG -> tooLong(start);
    }
  }

  /// The bytes of a value; of a digest file with the space around it, which its hash includes.
  private byte[] whole() {
    var bytes = window.kept(0, window.kept());
    if (frames.isEmpty() && Members.of(bytes).isDigestFile()) {
      passSpace();
      return window.kept(0, window.kept());
    }
    return bytes;
  }

  private void broken(Spot start) throws InterruptedException {
    goBackToNext();
    output.candidate(start, Text.withoutSeparators(window.kept(0, window.kept())));
  }

  private void cutOff(Spot start) throws InterruptedException {
    if (goBackToNext()) {
      broken(start);
      return;
    }
    endIsTold = true;
    var failure = window.failure();
    output.broken(
        start,
        failure == null ? RejectionReason.BROKEN_FRAME : failure.reason(),
        failure == null ? "the file ends inside an event" : failure.detail(),
        Text.trimmed(window.kept(0, Math.min(window.kept(), values.longestBeginning()))));
  }

  /// Passes over a value that is too long, unless it is no event and one begins in it.
  private void tooLong(Spot start) throws InterruptedException {
    if (!isEvent() && goBackToNext()) {
      broken(start);
      return;
    }
    var kept = window.kept(0, Math.min(window.kept(), values.longestBeginning()));
    long from = window.offset() - window.kept();
    window.unmark();
    scanner.resume();
    output.tooLarge(start, window.offset() - from, kept);
  }

  private boolean isEvent() {
    return Members.of(window.kept(0, Math.min(window.kept(), BEGINNING))).isEvent();
  }

  /// Goes back to an event that seems to begin inside of the broken value.
  private boolean goBackToNext() {
    int next = repeats.isLeft(window.offset()) ? anchors.find(window, 1) : -1;
    if (next < 0) {
      return false;
    }
    repeats.add(window.kept() - next);
    window.goBack(next);
    return true;
  }

  /// Passes over what stands behind the list in the object around it.
  private void member(int first) throws InterruptedException {
    if (first == '}') {
      window.next();
      frames.pop();
    } else if (first != '"' || !passMember()) {
      frames.pop();
      output.broken(
          window.spot(), RejectionReason.BROKEN_FRAME, "the object around the list is broken here");
    }
  }

  private boolean passMember() {
    window.mark();
    scanner.scan(false, false);
    boolean isList = Names.OF_LISTS.contains(Text.unquoted(window.kept(0, window.kept())));
    window.unmark();
    if (passSpace() != ':') {
      return false;
    }
    window.next();
    if (passSpace() == '[' && isList) {
      window.next();
      frames.pop();
      frames.push(Frame.FRAMED);
      return true;
    }
    return window.peek() != '}' && scanner.scan(false, false) != ValueScanner.End.CUT;
  }

  private int passSpace() {
    while (Text.isSpace(window.peek())) {
      window.next();
    }
    return window.peek();
  }

  private int passSeparators() {
    while (Text.isSpace(window.peek()) || window.peek() == ',') {
      window.next();
    }
    return window.peek();
  }
}
