package io.tarn.ingest.intake.form;

import com.fasterxml.jackson.core.JsonFactory;
import io.tarn.ingest.intake.form.JsonValueReader.Break;
import io.tarn.ingest.intake.form.JsonValueReader.Mark;
import io.tarn.ingest.intake.form.JsonValueReader.Slice;
import io.tarn.ingest.record.RejectionReason;

/// Reads a text of JSON values, one after the other, a line each or not, and hands over the exact
/// bytes of what may be events in them. Not thread-safe.
///
/// What begins no JSON value goes to the end of its line. Where a JSON value is broken, the rest of
/// the text is one rejected piece; in a text with a value on each line the line is, and
/// reading goes on with the next one.
final class JsonTextReader {
  private static final int NUL = 0;
  private static final int SAMPLE = 256;

  private enum Layout {
    UNKNOWN,
    VALUE_ON_EACH_LINE,
    VALUES_OVER_LINES
  }

  private final TextWindow window;
  private final PieceOutput output;
  private final Values values;
  private final FileLimits limits;
  private final JsonFactory json;
  private Layout layout = Layout.UNKNOWN;
  private boolean isOver;

  JsonTextReader(TextWindow window, PieceOutput output, Values values, FileContext file) {
    this.window = window;
    this.output = output;
    this.values = values;
    this.limits = file.limits();
    this.json = file.json();
  }

  /// Takes values that are not too long.
  @FunctionalInterface
  interface Values {
    void take(byte[] bytes, TextLocation location) throws InterruptedException;
  }

  /// Reads all of it.
  void read() throws InterruptedException {
    for (int next = passSeparators(); next != TextWindow.END && !isOver; next = passSeparators()) {
      if (next == '{' || next == '[' || next == '"') {
        value();
      } else {
        noValue(next);
      }
    }
    var failure = window.failure();
    if (failure != null && !isOver) {
      output.broken(window.location(), failure.reason(), failure.detail());
    }
  }

  private void value() throws InterruptedException {
    var begin = mark();
    window.keepFrom(begin.offset());
    var reader =
        new JsonValueReader(window, this::take, json, limits.maxEventBytes(), window.isReadOften());
    var broken = reader.read().orElse(null);
    if (broken == null) {
      layout = begin.line() == window.line() ? layoutOfOneLine() : Layout.VALUES_OVER_LINES;
    } else {
      reject(begin, broken);
    }
  }

  private void take(Slice value) throws InterruptedException {
    var location = location(value);
    if (value.length() > limits.longestValue()) {
      output.tooLarge(location, value.length(), beginning(value));
    } else {
      values.take(window.bytes(value.from().offset(), value.to()), location);
    }
  }

  /// Hands over what begins no JSON value: all before an object or the end of the line, or the NUL
  /// bytes that pad a file.
  private void noValue(int first) throws InterruptedException {
    var begin = mark();
    window.keepFrom(begin.offset());
    do {
      window.next();
    } while (first == NUL ? window.peek() == NUL : !isEndOfWords(window.peek()));
    take(new Slice(begin, window.offset()));
  }

  private boolean isEndOfWords(int next) {
    if (next != '{') {
      return next == '\n' || next == TextWindow.END;
    }
    int ahead = 1;
    while (ahead < SAMPLE && Text.isSpace(window.peek(ahead))) {
      ahead++;
    }
    return window.peek(ahead) == '"';
  }

  private Layout layoutOfOneLine() {
    passSeparatorsInLine();
    return window.peek() == '\n' ? Layout.VALUE_ON_EACH_LINE : layout;
  }

  private void reject(Mark begin, Break broken) throws InterruptedException {
    var from = goBack(broken);
    while (window.peek() != '\n' && window.peek() != TextWindow.END) {
      window.next();
    }
    if (isLineOfItsOwn(begin, broken)) {
      layout = Layout.VALUE_ON_EACH_LINE;
      reject(broken, new Slice(from, window.offset()), RejectionReason.NOT_JSON);
    } else {
      isOver = true;
      if (window.offset() == from.offset()) {
        passSeparators();
        from = mark();
        window.keepFrom(from.offset());
      }
      long most = from.offset() + limits.maxEventBytes();
      while (window.offset() < most && window.peek() != TextWindow.END) {
        window.next();
      }
      reject(broken, new Slice(from, window.offset()), RejectionReason.BROKEN_FRAME);
    }
  }

  /// Whether a broken value ends with its line, at whose end the window is. Of a list this is only
  /// so where other lines held values as a whole.
  private boolean isLineOfItsOwn(Mark begin, Break broken) {
    boolean isWhole = broken.unread().equals(begin);
    boolean isList = !isWhole && broken.unread().line() == begin.line();
    boolean isLine =
        layout == Layout.VALUE_ON_EACH_LINE
            ? isWhole || isList
            : layout == Layout.UNKNOWN && isWhole;
    return isLine && !isContinuation(window.peek(1));
  }

  /// Whether a line that begins like this goes on with the value of the line before.
  private static boolean isContinuation(int next) {
    return next == ' ' || next == '\t' || next == '"' || next == '}' || next == ']' || next > 0x7f;
  }

  /// Goes back to what was not handed over, and behind the separators in its line. Where it is too
  /// long for that, it goes on at the break.
  private Mark goBack(Break broken) {
    var unread = broken.unread();
    if (broken.at().offset() - unread.offset() > limits.longestValue()) {
      window.goTo(broken.at().offset(), broken.at().line());
      return unread;
    }
    window.goBack(unread.offset(), unread.line());
    passSeparatorsInLine();
    return mark();
  }

  private void reject(Break broken, Slice rejected, RejectionReason reason)
      throws InterruptedException {
    boolean isEnd = window.peek() == TextWindow.END;
    var failure = isEnd ? window.failure() : null;
    if (failure != null) {
      isOver = true;
      reject(rejected, failure.reason(), failure.detail());
    } else if (isEnd && broken.at().offset() >= window.offset()) {
      reject(
          rejected,
          RejectionReason.BROKEN_FRAME,
          "the text ends inside a JSON value" + atByte(broken));
    } else {
      reject(rejected, reason, broken.problem() + atByte(broken));
    }
  }

  private void reject(Slice rejected, RejectionReason reason, String detail)
      throws InterruptedException {
    var location = location(rejected);
    var bytes = Text.trimmed(beginning(rejected));
    if (bytes.length == 0) {
      output.broken(location, reason, detail);
    } else {
      output.broken(location, reason, detail, bytes);
    }
  }

  /// The byte of a break. In what was decoded from a string there is none that a sender could find.
  private String atByte(Break broken) {
    boolean isExact = window.location().isExact();
    return isExact ? " at byte " + Math.min(broken.at().offset(), window.offset()) : "";
  }

  private TextLocation location(Slice value) {
    return window.location(value.from().offset(), value.from().line());
  }

  private byte[] beginning(Slice value) {
    long from = value.from().offset();
    return window.bytes(from, Math.min(value.to(), from + limits.maxEventBytes()));
  }

  private int passSeparators() {
    window.release();
    while (isSeparator(window.peek())) {
      window.next();
    }
    return window.peek();
  }

  private void passSeparatorsInLine() {
    while (isSeparator(window.peek()) && window.peek() != '\n') {
      window.next();
    }
  }

  private static boolean isSeparator(int next) {
    return Text.isSpace(next) || next == ',';
  }

  private Mark mark() {
    return new Mark(window.offset(), window.line());
  }
}
