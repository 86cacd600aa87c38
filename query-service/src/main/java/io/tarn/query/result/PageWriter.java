package io.tarn.query.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Collects rows and hands them on as pages of at most [#MAX_ROWS] rows and about
/// [#TARGET_CHARACTERS] characters (one row may be larger alone). Holds one page, compressed.
public final class PageWriter {
  public static final int MAX_ROWS = 1000;
  static final long TARGET_CHARACTERS = 1_000_000;

  private static final JsonFactory JSON = new JsonFactory();

  private final Sink sink;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable JsonGenerator page;
  private long firstRow;
  private int rows;
  private long characters;
  private long storedBytes;

  public PageWriter(Sink sink) {
    this.sink = sink;
  }

  /// Adds a row.
  public void add(RowValues row) throws SQLException {
    try {
      if (page == null) {
        page = open();
      }
      characters += row.write(page);
      rows++;
      if (rows >= MAX_ROWS || characters >= TARGET_CHARACTERS) {
        flush(page);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Hands on what is left.
  public void finish() throws SQLException {
    try {
      if (page != null) {
        flush(page);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// How many rows there have been.
  public long count() {
    return firstRow + rows;
  }

  /// How many compressed bytes have been handed on.
  public long storedBytes() {
    return storedBytes;
  }

  private JsonGenerator open() throws IOException {
    bytes.reset();
    var generator = JSON.createGenerator(new GZIPOutputStream(bytes));
    generator.writeStartArray();
    return generator;
  }

  private void flush(JsonGenerator generator) throws IOException, SQLException {
    generator.writeEndArray();
    generator.close();
    storedBytes += bytes.size();
    sink.accept(new ResultPage(firstRow, rows, bytes.toByteArray()));
    firstRow += rows;
    rows = 0;
    characters = 0;
    page = null;
  }

  /// Writes one row as a JSON array.
  @FunctionalInterface
  public interface RowValues {
    /// Answers about how many characters the row has.
    long write(JsonGenerator json) throws IOException, SQLException;
  }

  /// Takes a full page.
  @FunctionalInterface
  public interface Sink {
    void accept(ResultPage page) throws SQLException;
  }
}
