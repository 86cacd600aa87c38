package io.tarn.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFilesTest {
  private static final String TIME = "\"eventTime\":\"2023-05-01T10:00:00Z\"";

  @TempDir Path folder;

  @Test
  void readsLinesAndLogFilesAndKeepsTheFirstOfEqualEvents() throws IOException {
    // given
    Files.writeString(
        folder.resolve("a.jsonl"),
        "{\"eventID\":\"1\",%1$s}\nno json\n{\"eventID\":\"2\",%1$s,\"n\":1}\n".formatted(TIME));
    Files.write(
        folder.resolve("b.json.gz"),
        packed(
            "{\"Records\": [{\"eventID\":\"2\",%1$s}, {\"eventID\": \"3\", %1$s}]}"
                .formatted(TIME)));
    Files.writeString(folder.resolve("c.txt"), "{\"eventID\":\"4\",%s}".formatted(TIME));
    // when
    var rows = EventFiles.rows(EventTable.CLOUDTRAIL, folder);
    // then
    var json = EventTable.CLOUDTRAIL.columns().stream().map(EventTable.Column::name).toList();
    assertThat(rows)
        .extracting(row -> row.values().get(json.indexOf("eventJson")))
        .containsExactly(
            "{\"eventID\":\"1\",%s}".formatted(TIME),
            "{\"eventID\":\"2\",%s,\"n\":1}".formatted(TIME),
            "{\"eventID\":\"3\",%s}".formatted(TIME));
  }

  private static byte[] packed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
