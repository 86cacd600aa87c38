package io.tarn.ingest.intake.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// A row in the answer of a query: a list of objects, each with the value of one column.
///
/// @param isRow whether it has that form
/// @param original the string of the column `eventJson`, with its quotes; empty without one
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record ResultRow(boolean isRow, byte[] original) {
  /// Why a row holds no event.
  static final String NO_ORIGINAL = "a row of the result of a query without eventJson";

  private static final ResultRow OTHER = new ResultRow(false, HeldText.NOTHING);

  /// What a list is, which is read as far as it is well-formed.
  static ResultRow of(byte[] list) {
    try (var parser = ByteJson.parser(list)) {
      parser.nextToken();
      return read(parser, list);
    } catch (JsonProcessingException _) {
      return OTHER;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ResultRow read(JsonParser parser, byte[] list) throws IOException {
    var original = HeldText.NOTHING;
    int columns = 0;
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      var name = parser.nextFieldName();
      var value = parser.nextToken();
      int from = (int) parser.currentTokenLocation().getCharOffset();
      parser.skipChildren();
      parser.finishToken();
      if (value == JsonToken.VALUE_STRING && EventKeys.OF_ORIGINALS.equalsIgnoreCase(name)) {
        int to = (int) parser.currentLocation().getCharOffset();
        original = Arrays.copyOfRange(list, from, to);
      }
      if (name == null || parser.nextToken() != JsonToken.END_OBJECT) {
        return OTHER;
      }
      columns++;
    }
    return columns > 0 && parser.currentToken() == JsonToken.END_ARRAY
        ? new ResultRow(true, original)
        : OTHER;
  }
}
