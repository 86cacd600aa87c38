package io.tarn.local.s3;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The headers that sign a request to S3 (Signature Version 4).
final class RequestSignature {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private RequestSignature() {}

  /// A request before it is signed.
  ///
  /// @param path already encoded, as it is sent
  /// @param query already encoded and sorted
  /// @param headers in lower case, `host` among them
  @SuppressWarnings("ArrayRecordComponent") // handed on once, and never compared
  record Request(
      String method, String path, String query, Map<String, String> headers, byte[] body) {}

  /// The request's own headers and those that sign it.
  static SortedMap<String, String> headers(S3Identity identity, Request request, Instant now) {
    var time = TIME.format(now);
    var scope = "%s/%s/s3/aws4_request".formatted(time.substring(0, 8), identity.region());
    var headers = new TreeMap<>(request.headers());
    var bodyHash = hex(sha256(request.body()));
    headers.put("x-amz-date", time);
    headers.put("x-amz-content-sha256", bodyHash);
    if (identity.sessionToken() != null) {
      headers.put("x-amz-security-token", identity.sessionToken());
    }
    var names = String.join(";", headers.keySet());
    var canonical =
        String.join(
            "\n",
            request.method(),
            request.path(),
            request.query(),
            lines(headers),
            names,
            bodyHash);
    var toSign = String.join("\n", ALGORITHM, time, scope, hex(sha256(bytes(canonical))));
    headers.put(
        "authorization",
        "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(
                ALGORITHM,
                identity.accessKeyId(),
                scope,
                names,
                hex(hmac(key(identity, time.substring(0, 8)), toSign))));
    return headers;
  }

  private static String lines(SortedMap<String, String> headers) {
    return headers.entrySet().stream()
        .map(header -> header.getKey() + ':' + header.getValue().strip() + '\n')
        .collect(Collectors.joining());
  }

  private static byte[] key(S3Identity identity, String day) {
    var ofDay = hmac(bytes("AWS4" + identity.secretAccessKey()), day);
    return hmac(hmac(hmac(ofDay, identity.region()), "s3"), "aws4_request");
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
