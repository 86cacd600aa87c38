package io.tarn.scheduler.export.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/// Rows in one form, as far as they are written.
interface RowForm {
  /// Writes a row: an array of values in the order of the columns.
  void write(JsonNode row) throws IOException;

  /// Bytes that wait in memory and are not in the stream yet, as far as that is known.
  long waiting();

  /// Writes what is left. The stream below stays open.
  void finish() throws IOException;
}
