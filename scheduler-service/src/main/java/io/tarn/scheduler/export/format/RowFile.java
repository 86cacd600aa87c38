package io.tarn.scheduler.export.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;

/// One file of rows that is being written. What was written is whole only after [#finish]. Belongs
/// to one thread.
public final class RowFile {
  private final MeasuredStream stream;
  private final RowForm form;
  private long rows;

  private RowFile(MeasuredStream stream, RowForm form) {
    this.stream = stream;
    this.form = form;
  }

  /// Begins a file. Its bytes go to the stream as they come about; the stream is not closed.
  public static RowFile begin(ExportFormat format, ExportedResult result, OutputStream out)
      throws IOException {
    var stream = new MeasuredStream(out);
    var form =
        switch (format) {
          case CSV -> new CsvForm(result, stream);
          case NDJSON -> new NdjsonForm(result, stream);
          case PARQUET -> new ParquetForm(result, stream);
        };
    return new RowFile(stream, form);
  }

  /// Adds a row: an array of values in the order of the columns.
  public void write(JsonNode row) throws IOException {
    form.write(row);
    rows++;
  }

  /// About how many bytes the file has by now.
  public long size() {
    return stream.bytes() + form.waiting();
  }

  /// Writes what is left, and tells what the file has become.
  public Sum finish() throws IOException {
    form.finish();
    stream.flush();
    return new Sum(stream.bytes(), rows, stream.sha256());
  }

  /// What a file has become.
  ///
  /// @param bytes of the stored, compressed file
  /// @param sha256 lower-case hex over the same bytes
  public record Sum(long bytes, long rows, String sha256) {}
}
