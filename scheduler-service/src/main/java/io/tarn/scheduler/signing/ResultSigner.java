package io.tarn.scheduler.signing;

import io.tarn.common.config.TarnConfig;
import io.tarn.common.proof.DsseEnvelope;
import io.tarn.common.proof.ProofStatement;
import io.tarn.common.proof.PublicKeys.StatementKey;
import io.tarn.common.proof.RsaPublicKeys;
import io.tarn.common.proof.SignFile;
import io.tarn.common.proof.SignedFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Signs results and documents with the keys of the installation.
@ApplicationScoped
public class ResultSigner {
  private final SigningKeys keys;
  private final String region;

  @Inject
  ResultSigner(SigningKeys keys, TarnConfig config) {
    this(keys, config.s3().region());
  }

  ResultSigner(SigningKeys keys, String region) {
    this.keys = keys;
    this.region = region;
  }

  /// The Region that sign files and statements name.
  public String region() {
    return region;
  }

  /// The bytes of `result_sign.json`, with the RSA key of that moment.
  ///
  /// @param files the files, in their order
  /// @param completedAt when they were complete: now, or the moment that was noted when it was
  ///     first signed; its seconds count. It may lie five days back, not more.
  /// @throws IllegalStateException if it lies longer back
  public byte[] signFile(List<? extends SignedFile> files, Instant completedAt) {
    var time = completedAt.truncatedTo(ChronoUnit.SECONDS);
    var entries =
        files.stream().map(file -> new SignFile.Entry(file.name(), file.sha256())).toList();
    var signing = keys.signing(KeyAlgorithm.RSA, time);
    var der = RsaPublicKeys.toPkcs1((RSAPublicKey) signing.key().publicKey());
    return new SignFile(
            SignFile.VERSION,
            region,
            entries,
            time,
            signing.sign(SignFile.textToSign(entries)),
            RsaPublicKeys.fingerprint(der))
        .toJson();
  }

  /// The bytes of `result_statement.dsse.json`, with the Ed25519 key of the moment at which the
  /// statement says that its files were complete. The same limit holds as for the sign file.
  ///
  /// @throws IllegalStateException if it lies longer back
  public SignedStatement sign(ProofStatement statement) {
    var payload = statement.toJson();
    var signing = keys.signing(KeyAlgorithm.ED25519, statement.completedAt());
    var key = signing.key();
    var signature =
        new DsseEnvelope.Signature(
            new StatementKey(key.publicKey(), key.validFrom(), key.validUntil()).keyId(),
            signing.sign(DsseEnvelope.textToSign(DsseEnvelope.IN_TOTO, payload)));
    var envelope = new DsseEnvelope(DsseEnvelope.IN_TOTO, payload, List.of(signature));
    return new SignedStatement(envelope.toJson(), envelope.payloadSha256());
  }
}
