package io.tarn.ingest.intake.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one JSON value of a text with a streaming parser and finds what may be an event in it: the
/// value itself, or the elements of its lists, in each other too. Used for one value. Not
/// thread-safe.
///
/// An object with a list of events may turn out to be an event itself, by a key behind the list.
/// Until that is decided, at its end or after [#MAX_UNDECIDED] bytes, what was found waits.
final class JsonValueReader {
  static final int MAX_UNDECIDED = 256 * 1024;

  private static final int DEEPEST_LIST = 64;

  private final TextWindow window;
  private final Values values;
  private final int maxUndecided;
  private final long beginOffset;
  private final long beginLine;
  private final JsonParser parser;
  private final List<Slice> waiting = new ArrayList<>();
  private final Deque<OpenObject> undecided = new ArrayDeque<>();
  private Mark unread;
  private boolean isDigestFile;

  /// @param maxEventBytes what was found waits for no more bytes than an event may have
  /// @param isLine whether the text of the value ends with its line
  JsonValueReader(
      TextWindow window, Values values, JsonFactory json, int maxEventBytes, boolean isLine) {
    this.window = window;
    this.values = values;
    this.maxUndecided = Math.min(MAX_UNDECIDED, maxEventBytes);
    this.beginOffset = window.offset();
    this.beginLine = window.line();
    this.unread = new Mark(beginOffset, beginLine);
    try {
      this.parser = json.createParser(window.characters(isLine));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// Takes what may be an event.
  @FunctionalInterface
  interface Values {
    void take(Slice value) throws InterruptedException;
  }

  /// An offset in the window, and its line.
  record Mark(long offset, long line) {}

  /// A part of the window's text.
  ///
  /// @param to the offset of its end
  record Slice(Mark from, long to) {
    long length() {
      return to - from.offset();
    }
  }

  /// Where and why the value cannot be read further.
  ///
  /// @param unread the end of the last value that was found, or where the broken one begins
  /// @param at the byte that cannot stand there, or the end of the text
  record Break(Mark unread, Mark at, String problem) {}

  /// An object of which it is not decided yet whether it is an event or stands around a list.
  private static final class OpenObject {
    private final Mark from;
    private int waitingFrom;
    private final Set<String> digestKeys = new HashSet<>();
    private boolean isEvent;
    private boolean isList;

    private OpenObject(Mark from, int waitingFrom) {
      this.from = from;
      this.waitingFrom = waitingFrom;
    }
  }

  /// Reads the value at the window's next byte, and goes on behind it, unless it is broken.
  Optional<Break> read() throws InterruptedException {
    try (parser) {
      parser.nextToken();
      value(0);
      window.goTo(unread.offset(), unread.line());
      if (isDigestFile) {
        addWhiteSpace();
      }
      handOver();
      return Optional.empty();
    } catch (JsonProcessingException failure) {
      return Optional.of(broken(failure));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void value(int depth) throws IOException, InterruptedException {
    unread = mark(parser.currentTokenLocation());
    if (waiting.isEmpty() && undecided.isEmpty()) {
      window.keepFrom(unread.offset());
    }
    var token = parser.currentToken();
    if (token == JsonToken.START_ARRAY && depth < DEEPEST_LIST) {
      list(depth + 1);
    } else if (token == JsonToken.START_OBJECT && depth < DEEPEST_LIST) {
      object(depth);
    } else {
      var from = unread;
      parser.skipChildren();
      parser.finishToken();
      found(from);
    }
  }

  /// @param depth of its elements
  private void list(int depth) throws IOException, InterruptedException {
    unread = here();
    handOver();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      value(depth);
      handOver();
    }
    unread = here();
  }

  private void object(int depth) throws IOException, InterruptedException {
    var object = new OpenObject(unread, waiting.size());
    undecided.addLast(object);
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      var token = parser.nextToken();
      object.isEvent |= EventKeys.OF_EVENTS.contains(name);
      if (depth == 0 && EventKeys.OF_DIGEST_FILES.contains(name)) {
        object.digestKeys.add(name);
      }
      boolean mayHoldEvents = !object.isEvent || !undecided.contains(object);
      if (token == JsonToken.START_ARRAY && mayHoldEvents && EventKeys.OF_LISTS.contains(name)) {
        object.isList = true;
        list(name.equals(EventKeys.OF_ROWS) ? DEEPEST_LIST : depth + 1);
      } else {
        parser.skipChildren();
      }
    }
    if (undecided.remove(object) && (object.isEvent || !object.isList)) {
      waiting.subList(object.waitingFrom, waiting.size()).clear();
      found(object.from);
      isDigestFile = !object.isEvent && object.digestKeys.equals(EventKeys.OF_DIGEST_FILES);
    }
    unread = here();
  }

  /// The hash of a digest file includes the white space around it.
  private void addWhiteSpace() {
    while (Text.isSpace(window.peek())) {
      window.next();
    }
    unread = new Mark(window.offset(), window.line());
    waiting.set(0, new Slice(waiting.getFirst().from(), unread.offset()));
  }

  private void found(Mark from) {
    unread = here();
    waiting.add(new Slice(from, unread.offset()));
  }

  /// Hands over what need not wait any more.
  private void handOver() throws InterruptedException {
    while (!undecided.isEmpty() && isAroundAList(undecided.getFirst())) {
      undecided.removeFirst();
    }
    int ready = undecided.isEmpty() ? waiting.size() : undecided.getFirst().waitingFrom;
    var values = List.copyOf(waiting.subList(0, ready));
    waiting.subList(0, ready).clear();
    undecided.forEach(object -> object.waitingFrom -= ready);
    for (var value : values) {
      this.values.take(value);
    }
    if (waiting.isEmpty()) {
      window.keepFrom(undecided.isEmpty() ? unread.offset() : undecided.getFirst().from.offset());
    }
  }

  private boolean isAroundAList(OpenObject object) {
    return object.isList
        && !object.isEvent
        && unread.offset() - object.from.offset() > maxUndecided;
  }

  private Break broken(JsonProcessingException failure) throws InterruptedException {
    for (var object : undecided) {
      if (object.isEvent || !object.isList) {
        waiting.subList(object.waitingFrom, waiting.size()).clear();
        unread = object.from;
        break;
      }
    }
    undecided.clear();
    handOver();
    var location = failure.getLocation();
    var at = location == null ? here() : mark(location);
    boolean isLimit = failure instanceof StreamConstraintsException;
    var problem = isLimit ? "nested too deep, or too long a string" : "not valid JSON";
    return new Break(unread, at, problem);
  }

  private Mark here() {
    return mark(parser.currentLocation());
  }

  private Mark mark(JsonLocation location) {
    return new Mark(beginOffset + location.getCharOffset(), beginLine + location.getLineNr() - 1);
  }
}
