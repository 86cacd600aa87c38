package io.tarn.ingest.intake.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.tarn.ingest.json.JsonReader;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Streaming parsers of JSON that take each byte for one character. So the parser's character
/// offset is the byte offset, and a string that is not UTF-8 is a string all the same: whether a
/// value is an event is decided later, by its bytes.
final class ByteJson {
  /// Each level takes some memory while a value is read. Events are refused much sooner.
  private static final int MAX_DEPTH = 100_000;

  private static final Map<Integer, JsonFactory> FACTORIES = new ConcurrentHashMap<>();
  private static final JsonFactory OF_MEMORY = factory(Integer.MAX_VALUE);

  private ByteJson() {}

  /// A factory of parsers that hold no string, name or number longer than this in memory.
  static JsonFactory factory(int longestToken) {
    return FACTORIES.computeIfAbsent(longestToken, ByteJson::newFactory);
  }

  private static JsonFactory newFactory(int longestToken) {
    return JsonFactory.builder()
        .recyclerPool(JsonReader.BUFFERS)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNameLength(longestToken)
                .maxNumberLength(longestToken)
                .maxStringLength(longestToken)
                .build())
        // A table of all names would grow with the text.
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build();
  }

  /// A parser of a text that is in memory.
  static JsonParser parser(byte[] text) throws IOException {
    return OF_MEMORY.createParser(new TextWindow(text, TextLocation.BEGIN).characters(false));
  }
}
