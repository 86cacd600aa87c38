package io.tarn.scheduler.approval.csv;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of a CSV file (RFC 4180, UTF-8) one after the other; only one is in memory.
final class CsvLines implements AutoCloseable {
  private static final int LONGEST_VALUE = 100_000;
  private static final int MOST_VALUES = 100;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final CsvFactory CSV =
      CsvFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_VALUE).build())
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .build();

  private final CsvParser parser;
  private long number;

  /// @param number of the line in the file, from 1
  record Line(long number, List<String> values) {}

  CsvLines(InputStream file) throws IOException {
    var text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.parser = CSV.createParser(new InputStreamReader(file, text));
  }

  /// The next line that is not empty; null at the end.
  ///
  /// @throws CsvRefusedException where the rest cannot be read as CSV
  @Nullable Line next() throws IOException {
    try {
      for (; ; ) {
        var line = read();
        if (line == null || !isEmpty(line)) {
          return line;
        }
      }
    } catch (CharacterCodingException _) {
      throw unreadable("and what follows are no text in UTF-8");
    } catch (StreamConstraintsException _) {
      throw unreadable("has a value of more than " + LONGEST_VALUE + " characters");
    } catch (JsonParseException _) {
      throw unreadable("cannot be read as CSV; is a quotation mark missing");
    }
  }

  private @Nullable Line read() throws IOException {
    var values = new ArrayList<String>();
    long began = number + 1;
    for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.VALUE_STRING) {
        if (values.isEmpty()) {
          began = parser.currentTokenLocation().getLineNr();
          number = began;
        }
        values.add(value(values.isEmpty() && began == 1));
      } else if (token == JsonToken.END_ARRAY && !values.isEmpty()) {
        return new Line(began, values);
      }
      if (values.size() > MOST_VALUES) {
        throw unreadable("has more than " + MOST_VALUES + " values");
      }
    }
    return null;
  }

  private String value(boolean isFirst) throws IOException {
    var text = parser.getText();
    return isFirst && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static boolean isEmpty(Line line) {
    return line.values().size() == 1 && line.values().getFirst().isBlank();
  }

  private CsvRefusedException unreadable(String reason) {
    return new CsvRefusedException(new CsvFault(Math.max(number, 1), null, reason));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
