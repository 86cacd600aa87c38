package io.tarn.query.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Collects rows and hands them on as chunks of at most [#MAX_ROWS] rows and about
/// [#TARGET_CHARACTERS] characters (one row may be larger alone). Holds one chunk, compressed.
public final class ChunkWriter {
  public static final int MAX_ROWS = 5000;
  static final long TARGET_CHARACTERS = 2_000_000;

  private static final JsonFactory JSON = new JsonFactory();
  private static final SerializedString LINE_END = new SerializedString("\n");

  private final Consumer<ResultChunk> sink;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable JsonGenerator chunk;
  private long firstRow;
  private int rows;
  private long characters;
  private long storedBytes;

  public ChunkWriter(Consumer<ResultChunk> sink) {
    this.sink = sink;
  }

  /// Adds a row.
  public void add(RowValues row) {
    try {
      if (chunk == null) {
        chunk = open();
      }
      characters += row.write(chunk);
      rows++;
      if (rows >= MAX_ROWS || characters >= TARGET_CHARACTERS) {
        flush(chunk);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Hands on what is left.
  public void finish() {
    try {
      if (chunk != null) {
        flush(chunk);
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
    return JSON.createGenerator((OutputStream) new QuickGzip(bytes))
        .setRootValueSeparator(LINE_END);
  }

  private void flush(JsonGenerator generator) throws IOException {
    generator.close();
    storedBytes += bytes.size();
    sink.accept(new ResultChunk(firstRow, rows, bytes.toByteArray()));
    firstRow += rows;
    rows = 0;
    characters = 0;
    chunk = null;
  }

  /// Rows are written while the database waits, so speed counts for more than a few bytes.
  private static final class QuickGzip extends GZIPOutputStream {
    QuickGzip(OutputStream target) throws IOException {
      super(target);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /// Writes one row as a JSON array.
  @FunctionalInterface
  public interface RowValues {
    /// Answers about how many characters the row has.
    long write(JsonGenerator json) throws IOException;
  }
}
