package io.tarn.ingest.intake.form;

/// Passes over one value of JSON in a window by its brackets and strings, and over what is none.
///
/// On the way it looks for what cannot stand in JSON: there a value is broken, and from there on it
/// ends where the next one seems to begin. Not thread-safe.
final class ValueScanner {
  /// How a value ended.
  enum End {
    /// With its last bracket or quote.
    CLOSED,
    /// Broken, where another begins, or the list or the line around it ends.
    CUT,
    /// With the file.
    FILE_END,
    /// Not yet, but it is longer than it may be: go on with [#resume()].
    TOO_LONG,
    /// Not yet, but it is the frame of a list.
    FRAME
  }

  private enum Kind {
    NESTED,
    STRING,
    WORD
  }

  private static final int NOTHING = 0;
  private static final boolean[] STRING_STOPS = Text.table("\"\\\n{");

  private final Window window;
  private final Anchors anchors;
  private final int limit;
  private final Brackets brackets = new Brackets();
  private final ListWatch list = new ListWatch();
  private Kind kind = Kind.WORD;
  private boolean isTop;
  private boolean isPretty;
  private boolean isInString;
  private boolean isSuspicious;
  private boolean isAfterLineEnd;
  private int before;
  private int stringFrom;

  ValueScanner(Window window, Anchors anchors, int limit) {
    this.window = window;
    this.anchors = anchors;
    this.limit = limit;
  }

  /// Whether something stands in the value that cannot stand in JSON.
  boolean isSuspicious() {
    return isSuspicious;
  }

  /// Whether the value is an object around a list of events, and no event.
  boolean isFrame() {
    return list.isFrame();
  }

  /// Where the list begins among the kept bytes.
  int listAt() {
    return list.listAt();
  }

  /// Passes over the value that begins with the window's next byte.
  ///
  /// @param isTopLevel whether it stands in no list
  /// @param mayBeFrame whether to look for the list of a frame
  End scan(boolean isTopLevel, boolean mayBeFrame) {
    int first = window.peek();
    kind = first == '"' ? Kind.STRING : first == '{' || first == '[' ? Kind.NESTED : Kind.WORD;
    isTop = isTopLevel;
    isPretty = false;
    isInString = false;
    isSuspicious = false;
    isAfterLineEnd = false;
    before = NOTHING;
    brackets.clear();
    list.begin(mayBeFrame && first == '{');
    return resume();
  }

  /// Goes on.
  End resume() {
    return switch (kind) {
      case NESTED -> nested();
      case STRING -> string();
      case WORD -> word();
    };
  }

  private End nested() {
    while (true) {
      int next = window.peek();
      if (next == Window.END) {
        return End.FILE_END;
      }
      if (isInString || next == '"') {
        var end = stringIn();
        if (end != End.CLOSED) {
          return end;
        }
      } else if (Text.isSpace(next)) {
        if (endsWithLine(next)) {
          return End.CUT;
        }
        isAfterLineEnd |= next == '\n';
        window.next();
      } else if (isCutBy(next)) {
        return End.CUT;
      } else {
        take(next);
        if (brackets.isEmpty()) {
          return End.CLOSED;
        }
        if (list.isDecided(window.kept())) {
          return End.FRAME;
        }
      }
      if (window.kept() > limit) {
        return End.TOO_LONG;
      }
    }
  }

  /// Takes a byte that is no space and begins no string.
  private void take(int next) {
    suspect(!fits(next));
    window.next();
    switch (next) {
      case '{' -> brackets.open(next);
      case '[' -> {
        brackets.open(next);
        if (brackets.depth() == 2 && before == ':') {
          list.list(window.kept());
        }
      }
      case '}' -> brackets.close('{');
      case ']' -> brackets.close('[');
      case ':' -> {
        if (brackets.depth() == 1) {
          list.colon(window);
        }
      }
      default -> {}
    }
    before = next;
    isAfterLineEnd = false;
  }

  private boolean fits(int next) {
    return switch (next) {
      case '{', '[' -> isOpeningAllowed();
      case '}' -> brackets.isInnermost('{');
      case ']' -> brackets.isInnermost('[');
      case ':' -> before == '"';
      case ',' -> before != ':' && before != ',' && before != '[' && before != '{';
      default -> before != '"' && before != '}' && before != ']';
    };
  }

  private boolean isOpeningAllowed() {
    boolean isFirst = before == NOTHING;
    boolean isElement = !brackets.isInnermost('{') && (before == '[' || before == ',');
    return isFirst || isElement || before == ':';
  }

  private boolean isStringAllowed() {
    return before == ':' || before == ',' || before == '{' || before == '[';
  }

  /// Whether the value ends before this byte, broken.
  private boolean isCutBy(int next) {
    if (next == ']') {
      return !isTop && !brackets.holds('[');
    }
    if (next != '{' || brackets.isEmpty()) {
      return false;
    }
    return isSuspicious
        ? anchors.isNext(window)
        : !isOpeningAllowed()
            && Anchors.isObjectNext(window)
            && (before == '}' || beginsLine() || anchors.isNext(window));
  }

  private boolean beginsLine() {
    return isTop && isAfterLineEnd && !isPretty;
  }

  /// An object whose first line holds nothing but its bracket goes over lines, as pretty printers
  /// write it; a broken one that does not ends with its line.
  private boolean endsWithLine(int next) {
    if (next == '\n' && brackets.depth() == 1 && before == '{') {
      isPretty = true;
    }
    return next == '\n' && isSuspicious && isTop && !isPretty;
  }

  private End stringIn() {
    if (!isInString) {
      suspect(!isStringAllowed());
      window.next();
      isInString = true;
      stringFrom = window.kept();
    }
    var end = passString();
    if (end == End.CLOSED) {
      isInString = false;
      isAfterLineEnd = false;
      before = '"';
      if (brackets.depth() == 1) {
        list.string(stringFrom, window.kept() - 1);
      }
    }
    return end;
  }

  /// Passes the rest of a string and its quote. A line end cannot stand in it and ends it.
  private End passString() {
    while (true) {
      window.passTo(STRING_STOPS);
      int next = window.peek();
      if (next == Window.END) {
        return End.FILE_END;
      }
      if (next == '\n' || (next == '{' && isSuspicious && anchors.isNext(window))) {
        boolean isLineEnd = next == '\n';
        suspect(true);
        return isLineEnd ? End.CLOSED : End.CUT;
      }
      window.next();
      if (next == '"') {
        return End.CLOSED;
      }
      if (next == '\\' && window.peek() != '\n') {
        window.next();
      }
      if (window.kept() > limit) {
        return End.TOO_LONG;
      }
    }
  }

  private End string() {
    if (!isInString) {
      window.next();
      isInString = true;
    }
    return passString();
  }

  /// What is no value: up to the end of the line, or of the element; an object's bracket ends it.
  private End word() {
    while (true) {
      int next = window.peek();
      boolean isOver = isTop ? next == '\n' : endsElement(next);
      if (next == Window.END) {
        return isTop ? End.CLOSED : End.FILE_END;
      }
      if (isOver || Anchors.isObjectNext(window)) {
        return End.CLOSED;
      }
      window.next();
      before = next;
      if (window.kept() > limit) {
        return End.TOO_LONG;
      }
    }
  }

  private boolean endsElement(int next) {
    boolean isEnd = next == ',' || next == ']' || (next == '}' && before != '}');
    return isEnd && before != NOTHING;
  }

  private void suspect(boolean isWrong) {
    isSuspicious |= isWrong;
  }
}
