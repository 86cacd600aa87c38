package io.tarn.local.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class AccountScanTest {
  private static final String EVENT = "{\"recipientAccountId\": \"%012d\",\"padding\":\"%s\"}\n";

  private final AccountScan scan = new AccountScan();

  @Test
  void countsTheEventsOfEachAccountWhereverChunksEnd() throws Exception {
    // given
    var text = new StringBuilder();
    for (var i = 0; i < 9000; i++) {
      text.append(EVENT.formatted(i % 3, "x".repeat(i % 97)));
    }
    // when
    scan.add(file(bytes(text)));
    // then
    assertThat(scan.events())
        .isEqualTo(Map.of("000000000000", 3000L, "000000000001", 3000L, "000000000002", 3000L));
  }

  @Test
  void looksIntoPackedFilesAndIntoTextWithinText() throws Exception {
    // given
    var nested = "{\"Message\":\"{\\\"recipientAccountId\\\":\\\"000000000009\\\"}\"}";
    // when
    scan.add(file(zipped(nested)));
    scan.add(file(archive(EVENT.formatted(8, ""))));
    // then
    assertThat(scan.events()).isEqualTo(Map.of("000000000009", 1L, "000000000008", 1L));
  }

  @Test
  void saysThatItCannotLookIntoEveryPacking() throws Exception {
    // when
    scan.add(file(new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0}));
    // then
    assertThat(scan.closed()).isEqualTo(1);
    assertThat(scan.events()).isEmpty();
  }

  private static Sendable file(byte[] bytes) {
    return new Sendable("a", bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  private static byte[] bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zipped(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(bytes(text));
    }
    return bytes.toByteArray();
  }

  private static byte[] archive(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("events.json"));
      out.write(bytes(text));
    }
    return bytes.toByteArray();
  }
}
