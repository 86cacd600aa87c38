package io.tarn.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads one JSON value from bytes in one pass of a streaming parser. Thread-safe.
///
/// Bytes that are not well-formed UTF-8 are refused: the database could not keep them as text.
public final class JsonReader {
  /// Deeper values are refused, which bounds the recursion here and in the writers.
  public static final int MAX_DEPTH = 1000;

  /// Buffers of parsers. Each request has a thread of its own, so those of a thread would be made
  /// anew for every small file.
  public static final RecyclerPool<BufferRecycler> BUFFERS = JsonRecyclerPools.newBoundedPool(32);

  private static final int UNBOUNDED = Integer.MAX_VALUE;
  private static final Json TRUE = new Json.Truth(true);
  private static final Json FALSE = new Json.Truth(false);
  private static final Json NULL = new Json.Null();
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .recyclerPool(BUFFERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNameLength(UNBOUNDED)
                  .maxNumberLength(UNBOUNDED)
                  .maxStringLength(UNBOUNDED)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  private JsonReader() {}

  /// The value that the bytes hold.
  public static Json read(byte[] bytes) throws NotJsonException {
    try (JsonParser parser = open(bytes)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new NotJsonException("nothing there");
      }
      Json value = value(parser, first);
      if (parser.nextToken() != null) {
        throw new NotJsonException("more than one value");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw reason(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A streaming parser over the bytes, after the check that they are UTF-8.
  public static JsonParser open(byte[] bytes) throws NotJsonException {
    try {
      var characters = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return FACTORY.createParser(
          characters.array(), characters.arrayOffset(), characters.remaining());
    } catch (CharacterCodingException e) {
      throw new NotJsonException("not UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What to tell about a parser's complaint: the place, nothing of the content.
  public static NotJsonException reason(JsonProcessingException failure) {
    if (failure instanceof StreamConstraintsException) {
      return new NotJsonException("nested deeper than " + MAX_DEPTH);
    }
    var place = failure.getLocation();
    return new NotJsonException(
        place == null
            ? "not valid JSON"
            : "not valid JSON at character " + Math.max(place.getCharOffset(), 0));
  }

  private static Json value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_STRING -> new Json.Text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(parser.getText());
      case VALUE_TRUE -> TRUE;
      case VALUE_FALSE -> FALSE;
      case VALUE_NULL -> NULL;
      case START_ARRAY -> sequence(parser);
      case START_OBJECT -> structure(parser);
      case END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  private static Json sequence(JsonParser parser) throws IOException {
    List<Json> elements = new ArrayList<>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      elements.add(value(parser, token));
    }
    return new Json.Sequence(elements);
  }

  private static Json structure(JsonParser parser) throws IOException {
    List<Json.Member> members = new ArrayList<>();
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      members.add(new Json.Member(name, value(parser, parser.nextToken())));
    }
    return new Json.Structure(members);
  }
}
