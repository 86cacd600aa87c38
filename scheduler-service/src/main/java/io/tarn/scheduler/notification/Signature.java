package io.tarn.scheduler.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs bodies of webhooks: HMAC-SHA-256 over the time of the attempt, a full stop and the body.
///
/// ```
/// Tarn-Signature: t=1771234567,v1=<hex by the secret>,v1=<hex by the secret before>
/// ```
final class Signature {
  static final String HEADER = "Tarn-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /// The value of the header.
  ///
  /// @param secrets that are in use, the newest first; the key is the text as it was shown
  /// @param time of this attempt: receivers refuse what is too old
  static String of(byte[] body, List<String> secrets, Instant time) {
    var seconds = time.getEpochSecond();
    return secrets.stream()
        .map(secret -> ",v1=" + HexFormat.of().formatHex(hmac(secret, seconds, body)))
        .collect(Collectors.joining("", "t=" + seconds, ""));
  }

  private static byte[] hmac(String secret, long seconds, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("a body cannot be signed", failure);
    }
  }
}
