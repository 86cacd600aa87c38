package io.tarn.scheduler.approval.adapter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Checks the signatures of deliveries (HMAC-SHA-256), each as its sender makes them.
///
/// ```
/// GitHub            X-Hub-Signature-256: sha256=<hex>   of the body
/// Jira              X-Hub-Signature: sha256=<hex>       of the body
/// ServiceNow, TEAM  X-Tarn-Signature: sha256=<hex or Base64>, X-Tarn-Timestamp: <seconds>
///                                                       of the timestamp, a full stop and the body
/// ```
final class DeliverySignature {
  /// How far the time of a signature may be from ours.
  static final Duration LONGEST = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "sha256=";
  private static final int BYTES = 32;
  private static final int HEX_LENGTH = 2 * BYTES;

  private DeliverySignature() {}

  /// Whether one of the secrets has signed the body. It takes the same time for each signature of
  /// the right form.
  static boolean isGood(
      AdapterKind kind, DeliveryHeaders headers, byte[] body, List<String> secrets, Instant now) {
    return switch (kind) {
      case GITHUB -> isSigned(headers.githubSignature(), "", body, secrets);
      case JIRA -> isSigned(headers.jiraSignature(), "", body, secrets);
      case SERVICENOW, TEAM ->
          isRecent(headers.tarnTimestamp(), now)
              && isSigned(headers.tarnSignature(), headers.tarnTimestamp() + ".", body, secrets);
    };
  }

  private static boolean isRecent(@Nullable String timestamp, Instant now) {
    try {
      return timestamp != null
          && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                  .abs()
                  .compareTo(LONGEST)
              <= 0;
    } catch (NumberFormatException | java.time.DateTimeException | ArithmeticException _) {
      return false;
    }
  }

  private static boolean isSigned(
      @Nullable String header, String before, byte[] body, List<String> secrets) {
    var signature = decoded(header);
    boolean isGood = false;
    for (var secret : secrets) {
      isGood |= MessageDigest.isEqual(hmac(secret, before, body), signature);
    }
    return isGood;
  }

  /// Without bytes where the header has another form, so that it equals no signature.
  private static byte[] decoded(@Nullable String header) {
    if (header == null || !header.startsWith(PREFIX)) {
      return new byte[0];
    }
    var text = header.substring(PREFIX.length());
    try {
      return text.length() == HEX_LENGTH
          ? HexFormat.of().parseHex(text)
          : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  static byte[] hmac(String secret, String before, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update(before.getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("a signature cannot be computed", failure);
    }
  }
}
