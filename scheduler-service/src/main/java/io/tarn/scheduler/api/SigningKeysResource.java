package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.common.proof.PublicKeys;
import io.tarn.common.proof.PublicKeys.SignFileKey;
import io.tarn.common.proof.PublicKeys.StatementKey;
import io.tarn.scheduler.signing.SigningKeys;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/// The public keys that results of this installation are checked with.
@Path("/v1/signing-keys")
@RunOnVirtualThread
public class SigningKeysResource {
  private final SigningKeys keys;

  /// All public keys there ever were, the newest first.
  ///
  /// @param publicKeyList RSA keys of sign files, as ListPublicKeys of CloudTrail Lake has them
  /// @param statementKeys keys of statements
  public record SigningKeysResponse(
      @JsonProperty("PublicKeyList") List<SignFileKeyResponse> publicKeyList,
      List<StatementKeyResponse> statementKeys) {
    public SigningKeysResponse {
      publicKeyList = List.copyOf(publicKeyList);
      statementKeys = List.copyOf(statementKeys);
    }

    static SigningKeysResponse of(PublicKeys keys) {
      return new SigningKeysResponse(
          keys.signFileKeys().stream().map(SignFileKeyResponse::of).toList(),
          keys.statementKeys().stream().map(StatementKeyResponse::of).toList());
    }
  }

  /// An RSA key of sign files.
  ///
  /// @param value base64 of the DER of a PKCS#1 RSAPublicKey
  /// @param validityStartTime the first moment whose results it may sign
  /// @param validityEndTime the last moment whose results it may sign
  /// @param fingerprint MD5 of the DER as hex digits, by which sign files name the key
  public record SignFileKeyResponse(
      @JsonProperty("Value") String value,
      @JsonProperty("ValidityStartTime") Instant validityStartTime,
      @JsonProperty("ValidityEndTime") Instant validityEndTime,
      @JsonProperty("Fingerprint") String fingerprint) {
    static SignFileKeyResponse of(SignFileKey key) {
      return new SignFileKeyResponse(
          Base64.getEncoder().encodeToString(key.value()),
          key.validFrom(),
          key.validUntil(),
          key.fingerprint());
    }
  }

  /// A key of statements.
  ///
  /// @param keyId SHA-256 of the public key's bytes as hex digits, by which statements name it
  /// @param algorithm Ed25519
  /// @param publicKey base64 of the SubjectPublicKeyInfo
  /// @param validFrom the first moment whose results it may sign
  /// @param validUntil the last moment whose results it may sign
  public record StatementKeyResponse(
      String keyId, String algorithm, String publicKey, Instant validFrom, Instant validUntil) {
    static StatementKeyResponse of(StatementKey key) {
      return new StatementKeyResponse(
          key.keyId(),
          PublicKeys.ED25519,
          Base64.getEncoder().encodeToString(key.key().getEncoded()),
          key.validFrom(),
          key.validUntil());
    }
  }

  SigningKeysResource(SigningKeys keys) {
    this.keys = keys;
  }

  /// The public keys that results are checked with. They are the same for all tenants, and are kept
  /// for ever; private halves never leave the service.
  @GET
  @RolesAllowed(Permission.SELF_READ)
  public SigningKeysResponse list() {
    return SigningKeysResponse.of(keys.published());
  }
}
