package io.tarn.local.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/// One JSON object a row and line; columns of the same name stand in it as often as they are
/// there.
final class NdjsonWriter implements RowWriter {
  private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());

  private final PrintStream out;
  private List<Column> columns = List.of();

  NdjsonWriter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begin(List<Column> found) {
    columns = List.copyOf(found);
  }

  @Override
  public void rows(List<JsonNode> rows) throws IOException {
    for (var row : rows) {
      var generator = JSON.createGenerator(out);
      generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      generator.writeStartObject();
      for (var i = 0; i < columns.size(); i++) {
        generator.writeFieldName(columns.get(i).name());
        generator.writeTree(row.path(i));
      }
      generator.writeEndObject();
      generator.close();
      out.print('\n');
    }
  }

  @Override
  public void end(JsonNode statistics) {
    out.flush();
  }
}
