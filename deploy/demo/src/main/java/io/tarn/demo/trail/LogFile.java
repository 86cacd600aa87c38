package io.tarn.demo.trail;

import io.tarn.demo.activity.DemoEvent;
import io.tarn.demo.activity.Slice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// A log file of a trail, with its entry for a digest.
record LogFile(TrailObject object, String sha256, Instant oldest, Instant newest) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);
  static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu/MM/dd").withZone(ZoneOffset.UTC);

  /// @param prefix before `AWSLogs`; empty or ending with a slash
  static LogFile of(String prefix, Slice slice, List<DemoEvent> events) {
    var hash = hashing();
    var bytes = new ByteArrayOutputStream(events.size() * 160);
    try (var out = new FastGzip(bytes)) {
      write(out, hash, "{\"Records\":[");
      for (var i = 0; i < events.size(); i++) {
        write(out, hash, (i == 0 ? "" : ",") + events.get(i).json());
      }
      write(out, hash, "]}");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    var hex = HexFormat.of().formatHex(hash.digest());
    return new LogFile(
        new TrailObject(key(prefix, slice, hex), bytes.toByteArray(), Map.of(), events.size()),
        hex,
        Instant.ofEpochSecond(events.getFirst().second()),
        Instant.ofEpochSecond(events.getLast().second()));
  }

  private static void write(OutputStream out, MessageDigest hash, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    hash.update(bytes);
    out.write(bytes);
  }

  /// Delivered in the last second of its time. The letters that make a name unique come from the
  /// content.
  private static String key(String prefix, Slice slice, String sha256) {
    var delivered = slice.to().minusSeconds(1);
    return "%sAWSLogs/%s/CloudTrail/%s/%s/%s_CloudTrail_%s_%s_%s.json.gz"
        .formatted(
            prefix,
            slice.account(),
            slice.region(),
            DAY.format(delivered),
            slice.account(),
            slice.region(),
            MINUTE.format(delivered),
            sha256.substring(0, 16));
  }

  static MessageDigest hashing() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Gzip that would rather be done soon than small.
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 8192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
