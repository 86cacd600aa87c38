package io.tarn.scheduler.export.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// One object a row, with the typed values of the results API under the names of the columns.
final class NdjsonForm implements RowForm {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();
  private static final int BUFFER = 64 * 1024;

  private final GZIPOutputStream zipped;
  private final JsonGenerator json;
  private final List<String> names;

  NdjsonForm(ExportedResult result, OutputStream out) throws IOException {
    this.zipped = new GZIPOutputStream(out, BUFFER);
    this.json = JSON.createGenerator(new BufferedOutputStream(zipped, BUFFER));
    json.setPrettyPrinter(new MinimalPrettyPrinter(""));
    this.names = ExportColumn.distinctNames(result.columns());
  }

  @Override
  public void write(JsonNode row) throws IOException {
    json.writeStartObject();
    for (int at = 0; at < names.size(); at++) {
      json.writeFieldName(names.get(at));
      JSON.writeTree(json, row.path(at));
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  @Override
  public long waiting() {
    return 0;
  }

  @Override
  public void finish() throws IOException {
    json.close();
    zipped.finish();
  }
}
