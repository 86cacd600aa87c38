package io.tarn.sql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A JSON value as it was written: numbers, escapes and the order of keys stay. The text has no
/// space between its tokens.
public record JsonValue(String json) {
  private static final JsonFactory FORMAT = new JsonFactory();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonValue NULL = new JsonValue("null");
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX", Locale.ROOT);
  private static final DateTimeFormatter STORED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  boolean isObject() {
    return json.startsWith("{");
  }

  boolean isArray() {
    return json.startsWith("[");
  }

  boolean isText() {
    return json.startsWith("\"");
  }

  /// A string without its quotes, null for JSON null, any other value as it is written.
  @Nullable String text() {
    try {
      return isText() ? MAPPER.readTree(json).textValue() : json.equals("null") ? null : json;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// A time in either form of ISO 8601, UTC where it tells no zone, in the form that is stored;
  /// null where it is none.
  @Nullable String time() {
    var text = isText() ? String.valueOf(text()) : "";
    for (var form : List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, BASIC)) {
      try {
        var time = OffsetDateTime.parse(text, form);
        return STORED.format(time.withOffsetSameInstant(ZoneOffset.UTC));
      } catch (DateTimeException _) {
        // another form, then
      }
    }
    try {
      return STORED.format(LocalDateTime.parse(text.replace(' ', 'T')));
    } catch (DateTimeException _) {
      return null;
    }
  }

  /// The member of an object whatever the case of its key; JSON null where there is none.
  JsonValue part(String name) {
    var found = NULL;
    for (var member : members().entrySet()) {
      if (member.getKey().equalsIgnoreCase(name)) {
        found = member.getValue();
      }
    }
    return found;
  }

  /// The members of an object, none of anything else; of a repeated key the last value counts.
  Map<String, JsonValue> members() {
    var members = new LinkedHashMap<String, JsonValue>();
    if (isObject()) {
      walk(members::put);
    }
    return members;
  }

  /// The elements of an array, none of anything else.
  List<JsonValue> elements() {
    var elements = new ArrayList<JsonValue>();
    if (isArray()) {
      walk((_, value) -> elements.add(value));
    }
    return elements;
  }

  private void walk(BiConsumer<String, JsonValue> visitor) {
    try (var parser = FORMAT.createParser(json)) {
      parser.nextToken();
      for (var token = parser.nextToken(); !token.isStructEnd(); token = parser.nextToken()) {
        var name = "";
        if (token == JsonToken.FIELD_NAME) {
          name = parser.currentName();
          parser.nextToken();
        }
        visitor.accept(name, value(parser));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private JsonValue value(JsonParser parser) throws IOException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    if (parser.currentToken().isNumeric()) {
      return new JsonValue(json.substring(start, start + parser.getTextLength()));
    }
    parser.skipChildren();
    parser.finishToken();
    return new JsonValue(json.substring(start, (int) parser.currentLocation().getCharOffset()));
  }
}
