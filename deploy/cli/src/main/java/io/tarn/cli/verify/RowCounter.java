package io.tarn.cli.verify;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// Counts the rows of a result file as it streams by. Nothing is kept of it but the end of a
/// Parquet file, so that a file that unpacks to a very large one only takes time, and that only
/// until it has one row too many.
enum RowCounter {
  /// A line with time and statement, a line of column names, and rows that end with CR LF; a quoted
  /// field may have line breaks.
  CSV {
    @Override
    long count(InputStream stream, long most) throws IOException {
      try (var text = new GZIPInputStream(stream, BUFFER)) {
        if (!skipLine(text)) {
          throw new EOFException("has no first line");
        }
        var records = csvRecords(text, most == Long.MAX_VALUE ? most : most + 1);
        if (records == 0) {
          throw new EOFException("has no line of column names");
        }
        return records - 1;
      }
    }
  },
  /// One object a line.
  NDJSON {
    @Override
    long count(InputStream stream, long most) throws IOException {
      try (var text = new GZIPInputStream(stream, BUFFER)) {
        return lines(text, most);
      }
    }
  },
  /// The number stands at the end.
  PARQUET {
    @Override
    long count(InputStream stream, long most) throws IOException {
      return ParquetFooter.rows(stream);
    }
  };

  private static final int BUFFER = 64 << 10;

  /// @param name of the file, whose end tells its form
  static RowCounter of(String name) throws IOException {
    if (name.endsWith(".csv.gz")) {
      return CSV;
    }
    if (name.endsWith(".ndjson.gz")) {
      return NDJSON;
    }
    if (name.endsWith(".parquet")) {
      return PARQUET;
    }
    throw new IOException("has a form whose rows cannot be counted");
  }

  /// Counts until the end, or until there are more rows than that.
  ///
  /// @param most after how many rows it may stop counting
  /// @throws IOException if the file has another form
  abstract long count(InputStream stream, long most) throws IOException;

  private static boolean skipLine(InputStream text) throws IOException {
    // The decompressor behind has a buffer of its own.
    for (int read = text.read(); read >= 0; read = text.read()) {
      if (read == '\n') {
        return true;
      }
    }
    return false;
  }

  private static long lines(InputStream text, long most) throws IOException {
    var buffer = new byte[BUFFER];
    long lines = 0;
    boolean isOpen = false;
    for (int read = text.read(buffer); read >= 0 && lines <= most; read = text.read(buffer)) {
      for (int index = 0; index < read; index++) {
        isOpen = buffer[index] != '\n';
        lines += isOpen ? 0 : 1;
      }
    }
    return isOpen ? lines + 1 : lines;
  }

  private static long csvRecords(InputStream text, long most) throws IOException {
    var buffer = new byte[BUFFER];
    var records = new CsvRecords();
    for (int read = text.read(buffer);
        read >= 0 && records.count <= most;
        read = text.read(buffer)) {
      for (int index = 0; index < read; index++) {
        records.next(buffer[index]);
      }
    }
    return records.isOpen ? records.count + 1 : records.count;
  }

  /// Where in a CSV the reader is (RFC 4180): a quote opens a field only at its beginning, and a
  /// doubled one closes it and opens it again.
  private static final class CsvRecords {
    private long count;
    private boolean isOpen;
    private boolean isQuoted;
    private boolean isAtFieldStart = true;
    private boolean wasQuoted;

    void next(byte character) {
      if (isQuoted) {
        isQuoted = character != '"';
        wasQuoted = !isQuoted;
        return;
      }
      isOpen = character != '\n';
      count += isOpen ? 0 : 1;
      isQuoted = character == '"' && (isAtFieldStart || wasQuoted);
      isAtFieldStart = character == ',' || character == '\n';
      wasQuoted = false;
    }
  }
}
