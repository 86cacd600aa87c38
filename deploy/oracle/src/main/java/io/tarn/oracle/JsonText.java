package io.tarn.oracle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON value as it was written, without the space between its tokens: numbers, escapes and the
/// order of keys stay.
///
/// @param kind the token that it begins with
record JsonText(JsonToken kind, String compact) {
  private static final JsonFactory JSON = new JsonFactory();

  /// The value of a text; empty where it is not one JSON value.
  static Optional<JsonText> of(String text) {
    try (var parser = JSON.createParser(text)) {
      parser.nextToken();
      var value = read(parser, text);
      return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  boolean isObject() {
    return kind == JsonToken.START_OBJECT;
  }

  boolean isArray() {
    return kind == JsonToken.START_ARRAY;
  }

  boolean isNull() {
    return kind == JsonToken.VALUE_NULL;
  }

  boolean isText() {
    return kind == JsonToken.VALUE_STRING;
  }

  boolean isNumber() {
    return kind == JsonToken.VALUE_NUMBER_INT || kind == JsonToken.VALUE_NUMBER_FLOAT;
  }

  boolean isTruth() {
    return kind == JsonToken.VALUE_TRUE || kind == JsonToken.VALUE_FALSE;
  }

  /// A string without its quotes and escapes, any other value as it is.
  String text() {
    if (!isText()) {
      return compact;
    }
    try (var parser = JSON.createParser(compact)) {
      parser.nextToken();
      return parser.getText();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The members of an object, none of anything else; of a repeated key the last value counts.
  Map<String, JsonText> members() {
    Map<String, JsonText> members = new LinkedHashMap<>();
    if (isObject()) {
      walk(JsonToken.END_OBJECT, (name, value) -> members.put(name, value));
    }
    return members;
  }

  /// The elements of an array, none of anything else.
  List<JsonText> elements() {
    List<JsonText> elements = new ArrayList<>();
    if (isArray()) {
      walk(JsonToken.END_ARRAY, (_, value) -> elements.add(value));
    }
    return elements;
  }

  private void walk(JsonToken end, Visitor visitor) {
    try (var parser = JSON.createParser(compact)) {
      parser.nextToken();
      while (parser.nextToken() != end) {
        var name = "";
        if (isObject()) {
          name = parser.currentName();
          parser.nextToken();
        }
        visitor.visit(name, read(parser, compact));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static JsonText read(JsonParser parser, String source) throws IOException {
    var kind = parser.currentToken();
    if (kind == null) {
      throw new IllegalArgumentException("no value");
    }
    int start = (int) parser.currentTokenLocation().getCharOffset();
    if (kind.isStructStart()) {
      parser.skipChildren();
    } else {
      parser.finishToken();
    }
    int end = kind.isNumeric() ? start + parser.getTextLength() : offset(parser);
    return new JsonText(kind, compact(source.substring(start, end)));
  }

  private static int offset(JsonParser parser) {
    return (int) parser.currentLocation().getCharOffset();
  }

  private static String compact(String json) {
    var compact = new StringBuilder(json.length());
    boolean isQuoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (isQuoted && c == '\\') {
        compact.append(c).append(json.charAt(++i));
        continue;
      }
      isQuoted ^= c == '"';
      if (isQuoted || " \t\r\n".indexOf(c) < 0) {
        compact.append(c);
      }
    }
    return compact.toString();
  }

  private interface Visitor {
    void visit(String name, JsonText value);
  }
}
