package io.tarn.scheduler.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.common.proof.DocumentStatement;
import io.tarn.common.proof.DsseEnvelope;
import io.tarn.common.proof.InTotoStatement;
import io.tarn.common.proof.ProofStatement;
import io.tarn.common.proof.PublicKeys;
import io.tarn.common.proof.SignFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/// A zip with a signed document, as whoever gets it reads and verifies it.
///
/// @param files the forms by name
/// @param statement what was signed of them
public record SignedZip(Map<String, byte[]> files, DocumentStatement statement) {

  /// Reads a zip, and asserts that its files, its sign file and its statement agree and are signed
  /// with these keys.
  public static SignedZip verified(byte[] zip, PublicKeys keys)
      throws IOException, GeneralSecurityException {
    var files = unzipped(zip);
    var sign = SignFile.parse(files.remove(SignFile.NAME));
    var envelope = DsseEnvelope.parse(files.remove(InTotoStatement.FILE_NAME));
    var key = keys.signFileKey(sign.fingerprint()).orElseThrow();
    assertThat(key.isValidAt(sign.queryCompleteTime())).isTrue();
    assertSigned("SHA256withRSA", key.key(), sign.textToSign(), sign.signature());
    for (var signature : envelope.signatures()) {
      var statementKey = keys.statementKey(signature.keyId()).orElseThrow();
      assertSigned("Ed25519", statementKey.key(), envelope.textToSign(), signature.bytes());
    }
    var statement = (DocumentStatement) ProofStatement.parse(envelope.payload());
    assertThat(statement.completedAt()).isEqualTo(sign.queryCompleteTime());
    assertThat(statement.region()).isEqualTo(sign.region());
    assertThat(statement.files().stream().map(f -> new SignFile.Entry(f.name(), f.sha256())))
        .isEqualTo(sign.files());
    assertThat(statement.files())
        .extracting(file -> file.name())
        .containsExactlyElementsOf(files.keySet());
    for (var file : statement.files()) {
      var content = files.get(file.name());
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      assertThat(file.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
      assertThat(file.bytes()).isEqualTo(content.length);
    }
    return new SignedZip(files, statement);
  }

  private static void assertSigned(String algorithm, PublicKey key, byte[] text, byte[] bytes)
      throws GeneralSecurityException {
    var signature = Signature.getInstance(algorithm);
    signature.initVerify(key);
    signature.update(text);
    assertThat(signature.verify(bytes)).as(algorithm).isTrue();
  }

  private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
        files.put(entry.getName(), stream.readAllBytes());
      }
    }
    return files;
  }
}
