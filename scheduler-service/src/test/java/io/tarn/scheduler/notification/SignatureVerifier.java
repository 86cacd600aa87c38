package io.tarn.scheduler.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/// Checks signatures of webhooks as a receiver would, written apart from what signs: HMAC is done
/// by its definition (RFC 2104) out of SHA-256.
public final class SignatureVerifier {
  private static final int BLOCK = 64;
  private static final Duration OLDEST = Duration.ofMinutes(5);

  private SignatureVerifier() {}

  /// Whether one of the header's signatures is that of the body, and not too old.
  public static boolean verifies(String header, byte[] body, String secret, Instant now) {
    String time = "";
    boolean isFound = false;
    for (var part : header.split(",", -1)) {
      if (part.startsWith("t=")) {
        time = part.substring(2);
      } else if (part.startsWith("v1=")) {
        isFound |= part.substring(3).equals(HexFormat.of().formatHex(hmac(secret, time, body)));
      }
    }
    var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now).abs();
    return isFound && age.compareTo(OLDEST) <= 0;
  }

  private static byte[] hmac(String secret, String time, byte[] body) {
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    var key = Arrays.copyOf(bytes.length > BLOCK ? sha256(bytes) : bytes, BLOCK);
    var inner = new byte[BLOCK];
    var outer = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      inner[i] = (byte) (key[i] ^ 0x36);
      outer[i] = (byte) (key[i] ^ 0x5c);
    }
    var stamp = (time + ".").getBytes(StandardCharsets.UTF_8);
    return sha256(outer, sha256(inner, stamp, body));
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
