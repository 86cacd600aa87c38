package io.tarn.ingest.canonical;

import io.tarn.ingest.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What tells whether two events with one id and time are the same event: SHA-256 over the
/// canonical form, or, where RFC 8785 does not apply or would change a number, over a marker and
/// the bytes.
///
/// No canonical form begins with the marker, so an event without one equals only its own bytes.
public final class EventDigest {
  private static final byte[] BYTES_ONLY = "bytes\n".getBytes(StandardCharsets.US_ASCII);

  private EventDigest() {}

  /// The digest of an event: its bytes, and the value that was read from them.
  public static byte[] of(byte[] bytes, Json value) {
    var sha = sha256();
    var canonical = CanonicalJson.of(value);
    if (canonical.isPresent() && canonical.get().isLossless()) {
      return sha.digest(canonical.get().text().getBytes(StandardCharsets.UTF_8));
    }
    sha.update(BYTES_ONLY);
    return sha.digest(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
