package io.tarn.ingest.intake.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The first level of an object: which of the keys that matter it has, and where their values
/// stand. It is read no further than to the first key of an event.
final class Members {
  private static final String STREAM_DATA = "kinesis";

  private final byte[] text;
  private final Map<String, Slice> values = new HashMap<>();
  private boolean isEvent;
  private int at;

  private Members(byte[] text) {
    this.text = text;
  }

  /// A value in the text.
  record Slice(int from, int to) {}

  /// Reads as far as the text is well-formed.
  static Members of(byte[] text) {
    var members = new Members(text);
    if (members.passSpace() == '{') {
      members.at++;
      members.read();
    }
    return members;
  }

  /// Whether it has an event's own keys. A record of a stream has them, too, but also its data.
  boolean isEvent() {
    return isEvent && !isStreamRecord();
  }

  /// Whether it is a digest file: it names the time that it covers and the log files in it.
  boolean isDigestFile() {
    return !isEvent
        && values.containsKey("digestStartTime")
        && values.containsKey("digestEndTime")
        && values.containsKey("logFiles");
  }

  /// Whether it is an object around a list of events.
  boolean hasList() {
    return values.entrySet().stream()
        .anyMatch(
            member -> Names.OF_LISTS.contains(member.getKey()) && first(member.getValue()) == '[');
  }

  /// The text of a key's value that begins with this byte, or null.
  byte @Nullable [] value(String name, int first) {
    var slice = values.get(name);
    return slice != null && first(slice) == first
        ? Arrays.copyOfRange(text, slice.from(), slice.to())
        : null;
  }

  /// Where a key's value begins.
  int place(String name) {
    var slice = values.get(name);
    return slice == null ? 0 : slice.from();
  }

  private int first(Slice slice) {
    return text[slice.from()];
  }

  private boolean isStreamRecord() {
    return Arrays.equals(
            value("eventSource", '"'), "\"aws:kinesis\"".getBytes(StandardCharsets.UTF_8))
        && value(STREAM_DATA, '{') != null;
  }

  private void read() {
    while (passSeparators() == '"') {
      var name = name();
      if (passSpace() != ':') {
        return;
      }
      at++;
      passSpace();
      int from = at;
      if (!passValue()) {
        return;
      }
      values.put(name, new Slice(from, at));
      isEvent |= Names.OF_EVENTS.contains(name);
      if (isEvent && !values.containsKey(STREAM_DATA)) {
        return;
      }
    }
  }

  private String name() {
    int from = at + 1;
    passString();
    return at - from > Names.LONGEST
        ? ""
        : new String(text, from, Math.max(at - 1 - from, 0), StandardCharsets.UTF_8);
  }

  private boolean passValue() {
    int depth = 0;
    int from = at;
    while (at < text.length) {
      int next = text[at];
      boolean isClosing = next == '}' || next == ']';
      if (depth == 0 && (isClosing || next == ',')) {
        return at > from;
      }
      if (next == '"') {
        passString();
      } else {
        at++;
        depth += next == '{' || next == '[' ? 1 : isClosing ? -1 : 0;
      }
      if (depth == 0 && (next == '"' || isClosing)) {
        return true;
      }
    }
    return false;
  }

  private void passString() {
    at++;
    while (at < text.length && text[at] != '"') {
      at += text[at] == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, text.length);
  }

  private int passSeparators() {
    while (passSpace() == ',') {
      at++;
    }
    return at < text.length ? text[at] : Window.END;
  }

  private int passSpace() {
    while (at < text.length && Text.isSpace(text[at])) {
      at++;
    }
    return at < text.length ? text[at] : Window.END;
  }
}
