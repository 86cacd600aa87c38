package io.tarn.common.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The public keys that results are checked with: RSA keys for sign files, in the form of
/// CloudTrail Lake's ListPublicKeys, and keys for our statements.
///
/// @param hasStatements whether whoever has these keys also makes statements, as every installation
///     of Tarn does and CloudTrail Lake does not
public record PublicKeys(
    List<SignFileKey> signFileKeys, List<StatementKey> statementKeys, boolean hasStatements) {
  /// The algorithm of statements.
  public static final String ED25519 = "Ed25519";

  /// A key for sign files. It signs, and is valid, from its first to its last moment.
  ///
  /// @param fingerprint by which sign files name it
  public record SignFileKey(
      RSAPublicKey key, Instant validFrom, Instant validUntil, String fingerprint) {
    /// A key whose fingerprint is that of its bytes, as with every key of Tarn.
    public static SignFileKey of(RSAPublicKey key, Instant validFrom, Instant validUntil) {
      var fingerprint = RsaPublicKeys.fingerprint(RsaPublicKeys.toPkcs1(key));
      return new SignFileKey(key, validFrom, validUntil, fingerprint);
    }

    /// The key as PKCS#1 DER.
    public byte[] value() {
      return RsaPublicKeys.toPkcs1(key);
    }

    public boolean isValidAt(Instant time) {
      return !time.isBefore(validFrom) && !time.isAfter(validUntil);
    }
  }

  /// A key (Ed25519) for statements. It signs, and is valid, from its first to its last moment.
  public record StatementKey(PublicKey key, Instant validFrom, Instant validUntil) {
    /// The SHA-256 of the key's SubjectPublicKeyInfo as lower-case hex.
    public String keyId() {
      return HexFormat.of().formatHex(RsaPublicKeys.digest("SHA-256", key.getEncoded()));
    }

    public boolean isValidAt(Instant time) {
      return !time.isBefore(validFrom) && !time.isAfter(validUntil);
    }
  }

  public PublicKeys {
    signFileKeys = List.copyOf(signFileKeys);
    statementKeys = List.copyOf(statementKeys);
  }

  public Optional<SignFileKey> signFileKey(String fingerprint) {
    return signFileKeys.stream().filter(key -> key.fingerprint().equals(fingerprint)).findFirst();
  }

  public Optional<StatementKey> statementKey(String keyId) {
    return statementKeys.stream().filter(key -> key.keyId().equals(keyId)).findFirst();
  }

  /// The bytes of a file of keys.
  public byte[] toJson() {
    var node = ProofJson.object();
    var list = node.putArray("PublicKeyList");
    for (var key : signFileKeys) {
      list.addObject()
          .put("Value", Base64.getEncoder().encodeToString(key.value()))
          .put("ValidityStartTime", key.validFrom().toString())
          .put("ValidityEndTime", key.validUntil().toString())
          .put("Fingerprint", key.fingerprint());
    }
    if (hasStatements) {
      var keys = node.putArray("statementKeys");
      for (var key : statementKeys) {
        keys.addObject()
            .put("keyId", key.keyId())
            .put("algorithm", ED25519)
            .put("publicKey", Base64.getEncoder().encodeToString(key.key().getEncoded()))
            .put("validFrom", key.validFrom().toString())
            .put("validUntil", key.validUntil().toString());
      }
    }
    return ProofJson.write(node);
  }

  /// Reads a file of keys: ours, or what `aws cloudtrail list-public-keys` prints. How Lake makes
  /// fingerprints is not documented, so they are taken as its list has them.
  ///
  /// @throws ProofFormatException if it is none, or a key of Tarn has another fingerprint or id
  ///     than that of its bytes
  public static PublicKeys parse(byte[] json) {
    var node = ProofJson.readObject(json);
    var hasStatements = node.has("statementKeys");
    var signFileKeys = new ArrayList<SignFileKey>();
    for (var entry : ProofJson.array(node, "PublicKeyList")) {
      var key = signFileKey(entry);
      if (hasStatements && !key.fingerprint().equals(RsaPublicKeys.fingerprint(key.value()))) {
        throw new ProofFormatException("has a key with the fingerprint of another");
      }
      signFileKeys.add(key);
    }
    var statementKeys = new ArrayList<StatementKey>();
    if (hasStatements) {
      for (var entry : ProofJson.array(node, "statementKeys")) {
        statementKeys.add(statementKey(entry));
      }
    }
    return new PublicKeys(signFileKeys, statementKeys, hasStatements);
  }

  private static SignFileKey signFileKey(JsonNode entry) {
    return new SignFileKey(
        RsaPublicKeys.ofPkcs1(base64(entry, "Value")),
        timeOrSeconds(entry, "ValidityStartTime"),
        timeOrSeconds(entry, "ValidityEndTime"),
        ProofJson.text(entry, "Fingerprint"));
  }

  private static StatementKey statementKey(JsonNode entry) {
    if (!ED25519.equals(ProofJson.text(entry, "algorithm"))) {
      throw new ProofFormatException("has a key of another algorithm than " + ED25519);
    }
    var key =
        new StatementKey(
            ed25519(base64(entry, "publicKey")),
            ProofJson.time(entry, "validFrom"),
            ProofJson.time(entry, "validUntil"));
    if (!key.keyId().equals(ProofJson.text(entry, "keyId"))) {
      throw new ProofFormatException("has a key with the id of another");
    }
    return key;
  }

  private static PublicKey ed25519(byte[] encoded) {
    try {
      return KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException notAKey) {
      throw new ProofFormatException("has no Ed25519 key where it should", notAKey);
    }
  }

  /// Lake's API has seconds since 1970, its command line prints them as text.
  private static Instant timeOrSeconds(JsonNode entry, String field) {
    var node = entry.path(field);
    if (!node.isNumber()) {
      return ProofJson.time(entry, field);
    }
    try {
      var millis = node.decimalValue().multiply(BigDecimal.valueOf(1000)).longValueExact();
      return Instant.ofEpochMilli(millis);
    } catch (ArithmeticException notATime) {
      throw new ProofFormatException("has no time in '%s'".formatted(field), notATime);
    }
  }

  private static byte[] base64(JsonNode entry, String field) {
    try {
      return Base64.getDecoder().decode(ProofJson.text(entry, field));
    } catch (IllegalArgumentException notBase64) {
      throw new ProofFormatException("has no base64 in '%s'".formatted(field), notBase64);
    }
  }
}
