package io.tarn.scheduler.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// The steps of `aws cloudtrail verify-query-results`, written apart from the product: it reads
/// PKCS#1 only, and the first page of keys only.
final class StockVerifier {
  private static final int PAGE = 50;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode publicKeyList;

  /// @param keys what the product lists
  StockVerifier(byte[] keys) throws IOException {
    this.publicKeyList = JSON.readTree(keys).path("PublicKeyList");
  }

  /// What the command prints.
  String verify(Path folder) throws IOException, GeneralSecurityException {
    JsonNode sign;
    try {
      sign = JSON.readTree(Files.readAllBytes(folder.resolve("result_sign.json")));
    } catch (IOException notJson) {
      return "Unable to load result_sign.json file";
    }
    if (!sign.hasNonNull("files")) {
      return "Invalid sign file provided.";
    }
    if (sign.path("files").isEmpty()) {
      return "No export file was found in sign file.";
    }
    var hashes = new ArrayList<String>();
    for (var file : sign.path("files")) {
      var name = file.path("fileName").asText();
      var content = Files.readAllBytes(folder.resolve(name));
      var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      if (!hash.equals(file.path("fileHashValue").asText())) {
        return "Export file: %s hash value doesn't match".formatted(name);
      }
      hashes.add(file.path("fileHashValue").asText());
    }
    var fingerprint = sign.path("publicKeyFingerprint").asText();
    var start = Instant.parse(sign.path("queryCompleteTime").asText());
    for (var key : listPublicKeys(start, start.plus(Duration.ofDays(20)))) {
      if (key.path("Fingerprint").asText().equals(fingerprint)) {
        var isValid =
            isSigned(
                Base64.getDecoder().decode(key.path("Value").asText()),
                String.join(" ", hashes).getBytes(StandardCharsets.UTF_8),
                HexFormat.of().parseHex(sign.path("hashSignature").asText()));
        return isValid
            ? "Successfully validated sign and query result files"
            : "Invalid signature in sign file";
      }
    }
    return "No public keys found for key with fingerprint: " + fingerprint;
  }

  private List<JsonNode> listPublicKeys(Instant start, Instant end) {
    var found = new ArrayList<JsonNode>();
    for (var key : (ArrayNode) publicKeyList) {
      var isInRange =
          !Instant.parse(key.path("ValidityStartTime").asText()).isAfter(end)
              && !Instant.parse(key.path("ValidityEndTime").asText()).isBefore(start);
      if (isInRange && found.size() < PAGE) {
        found.add(key);
      }
    }
    return found;
  }

  /// The DER of a 2048-bit RSAPublicKey with exponent 65537 has its numbers at fixed offsets.
  private static boolean isSigned(byte[] der, byte[] text, byte[] signature)
      throws GeneralSecurityException {
    if (!HexFormat.of().formatHex(der, 0, 8).equals("3082010a02820101")) {
      throw new GeneralSecurityException("not PKCS#1 of 2048 bits");
    }
    var modulus = new BigInteger(der, 8, 257);
    var exponent = new BigInteger(der, 8 + 257 + 2, 3);
    var key = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    var verification = Signature.getInstance("SHA256withRSA");
    verification.initVerify(key);
    verification.update(text);
    return verification.verify(signature);
  }
}
