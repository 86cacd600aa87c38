package io.tarn.demo.trail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tarn.demo.activity.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The digests of one Region of an account, each naming and confirming the one before.
final class DigestChain {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TRAIL = "organization";
  private static final String HOME = "us-east-1";
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final TrailKey key;
  private final String bucket;
  private final String prefix;
  private @Nullable Previous previous;

  DigestChain(TrailKey key, String bucket, String prefix) {
    this.key = key;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  /// Reference of the next digest to this one.
  private record Previous(String object, String sha256, String signature) {}

  /// The digest of a window; one is written for a window in which nothing happened, too.
  TrailObject next(Window window, List<LogFile> files) {
    var object = key(window);
    var before = previous;
    var text = json(window, object, files, before).toString().getBytes(StandardCharsets.UTF_8);
    var hash = HexFormat.of().formatHex(LogFile.hashing().digest(text));
    var signature =
        key.sign(
            "%s\n%s/%s\n%s\n%s"
                .formatted(
                    window.to(), bucket, object, hash, before == null ? "null" : before.signature));
    previous = new Previous(object, hash, signature);
    var metadata = Map.of("signature", signature, "signature-algorithm", "SHA256withRSA");
    return new TrailObject(object, zipped(text), metadata, 0);
  }

  private String key(Window window) {
    return "%sAWSLogs/%s/CloudTrail-Digest/%s/%s/%s_CloudTrail-Digest_%s_%s_%s_%s.json.gz"
        .formatted(
            prefix,
            window.account(),
            window.region(),
            LogFile.DAY.format(window.to()),
            window.account(),
            window.region(),
            TRAIL,
            HOME,
            SECOND.format(window.to()));
  }

  private ObjectNode json(
      Window window, String object, List<LogFile> files, @Nullable Previous before) {
    var json =
        JSON.createObjectNode()
            .put("awsAccountId", window.account())
            .put("digestStartTime", window.from().toString())
            .put("digestEndTime", window.to().toString())
            .put("digestS3Bucket", bucket)
            .put("digestS3Object", object)
            .put("digestPublicKeyFingerprint", key.fingerprint())
            .put("digestSignatureAlgorithm", "SHA256withRSA")
            .put("newestEventTime", newest(files))
            .put("oldestEventTime", oldest(files))
            .put("previousDigestS3Bucket", before == null ? null : bucket)
            .put("previousDigestS3Object", before == null ? null : before.object)
            .put("previousDigestHashValue", before == null ? null : before.sha256)
            .put("previousDigestHashAlgorithm", before == null ? null : "SHA-256")
            .put("previousDigestSignature", before == null ? null : before.signature);
    var list = json.putArray("logFiles");
    for (var file : files) {
      list.addObject()
          .put("s3Bucket", bucket)
          .put("s3Object", file.object().key())
          .put("hashValue", file.sha256())
          .put("hashAlgorithm", "SHA-256")
          .put("newestEventTime", file.newest().toString())
          .put("oldestEventTime", file.oldest().toString());
    }
    return json;
  }

  private static @Nullable String newest(List<LogFile> files) {
    return files.stream()
        .map(LogFile::newest)
        .max(Comparator.naturalOrder())
        .map(Instant::toString)
        .orElse(null);
  }

  private static @Nullable String oldest(List<LogFile> files) {
    return files.stream()
        .map(LogFile::oldest)
        .min(Comparator.naturalOrder())
        .map(Instant::toString)
        .orElse(null);
  }

  private static byte[] zipped(byte[] text) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }
}
