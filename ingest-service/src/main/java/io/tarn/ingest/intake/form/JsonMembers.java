package io.tarn.ingest.intake.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The members of an object, without those in its values: their names, and where their values
/// stand. It is read no further than to the first key of an event, and as far as it is well-formed.
final class JsonMembers {
  private static final String STREAM_DATA = "kinesis";
  private static final byte[] STREAM = "\"aws:kinesis\"".getBytes(StandardCharsets.UTF_8);

  private final byte[] text;
  private final Map<String, Slice> values = new HashMap<>();
  private boolean isEvent;

  private JsonMembers(byte[] text) {
    this.text = text;
  }

  private record Slice(JsonToken first, int from, int to) {}

  static JsonMembers of(byte[] text) {
    var members = new JsonMembers(text);
    try (var parser = ByteJson.parser(text)) {
      members.read(parser);
    } catch (JsonProcessingException _) {
      return members;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return members;
  }

  /// Whether it has an event's own keys. A record of a stream has them, too, but also its data.
  boolean isEvent() {
    return isEvent && !isStreamRecord();
  }

  boolean isDigestFile() {
    return !isEvent && values.keySet().containsAll(EventKeys.OF_DIGEST_FILES);
  }

  /// Whether it is an object around a list of events.
  boolean hasList() {
    return EventKeys.OF_LISTS.stream()
        .map(values::get)
        .anyMatch(value -> value != null && value.first() == JsonToken.START_ARRAY);
  }

  /// The bytes of a key's value that is of this kind, or null.
  byte @Nullable [] value(String name, JsonToken kind) {
    var slice = values.get(name);
    return slice != null && slice.first() == kind
        ? Arrays.copyOfRange(text, slice.from(), slice.to())
        : null;
  }

  /// The offset at which a key's value begins.
  int offset(String name) {
    var slice = values.get(name);
    return slice == null ? 0 : slice.from();
  }

  private boolean isStreamRecord() {
    return Arrays.equals(value("eventSource", JsonToken.VALUE_STRING), STREAM)
        && value(STREAM_DATA, JsonToken.START_OBJECT) != null;
  }

  private void read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      var first = parser.nextToken();
      int from = (int) parser.currentTokenLocation().getCharOffset();
      parser.skipChildren();
      parser.finishToken();
      values.put(name, new Slice(first, from, (int) parser.currentLocation().getCharOffset()));
      isEvent |= EventKeys.OF_EVENTS.contains(name);
      if (isEvent && !values.containsKey(STREAM_DATA)) {
        return;
      }
    }
  }
}
