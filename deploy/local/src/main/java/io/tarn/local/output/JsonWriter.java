package io.tarn.local.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/// One document: `{"columns":[{"name":...,"type":...}],"rows":[[...]],"statistics":{...}}`.
final class JsonWriter implements RowWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out;
  private final JsonGenerator generator;

  JsonWriter(PrintStream out) {
    this.out = out;
    try {
      generator = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void begin(List<Column> columns) throws IOException {
    generator.writeStartObject();
    generator.writeArrayFieldStart("columns");
    for (var column : columns) {
      generator.writeStartObject();
      generator.writeStringField("name", column.name());
      generator.writeStringField("type", column.type());
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeArrayFieldStart("rows");
  }

  @Override
  public void rows(List<JsonNode> rows) throws IOException {
    for (var row : rows) {
      generator.writeTree(row);
    }
  }

  @Override
  public void end(JsonNode statistics) throws IOException {
    generator.writeEndArray();
    generator.writeFieldName("statistics");
    generator.writeTree(statistics);
    generator.writeEndObject();
    generator.flush();
    out.println();
    out.flush();
  }
}
