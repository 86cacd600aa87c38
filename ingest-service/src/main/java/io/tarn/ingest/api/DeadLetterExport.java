package io.tarn.ingest.api;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.deadletter.DeadLetter;
import io.tarn.ingest.deadletter.DeadLetterFilter;
import io.tarn.ingest.deadletter.DeadLetterService;
import io.tarn.service.paging.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;

/// Writes dead letters as NDJSON, a page of them and one original at a time.
@ApplicationScoped
class DeadLetterExport {
  private static final int PAGE = 100;

  private final DeadLetterService letters;
  private final ObjectMapper json;

  DeadLetterExport(DeadLetterService letters, ObjectMapper json) {
    this.letters = letters;
    this.json = json;
  }

  void write(TenantId tenant, DeadLetterFilter filter, OutputStream out) throws IOException {
    var lines = json.getFactory().createGenerator(out, JsonEncoding.UTF8);
    lines.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    lines.setRootValueSeparator(null);
    Cursor after = null;
    do {
      var page = letters.list(tenant, filter, after, PAGE);
      for (var letter : page.items()) {
        write(tenant, letter, lines);
      }
      after = Cursor.decode(page.nextCursor(), 1);
    } while (after != null);
    lines.flush();
  }

  private void write(TenantId tenant, DeadLetter letter, JsonGenerator lines) throws IOException {
    ObjectNode shown = json.valueToTree(DeadLetterResponse.of(letter));
    lines.writeStartObject();
    for (var field : shown.properties()) {
      lines.writeFieldName(field.getKey());
      lines.writeTree(field.getValue());
    }
    lines.writeFieldName("original");
    try (var original = letters.original(tenant, letter.id())) {
      lines.writeBinary(original, -1);
    }
    lines.writeEndObject();
    lines.writeRaw('\n');
  }
}
