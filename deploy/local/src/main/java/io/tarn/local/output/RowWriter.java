package io.tarn.local.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/// Takes an answer page by page, so that no answer has to fit into memory.
public interface RowWriter {
  void begin(List<Column> columns) throws IOException;

  void rows(List<JsonNode> rows) throws IOException;

  void end(JsonNode statistics) throws IOException;
}
