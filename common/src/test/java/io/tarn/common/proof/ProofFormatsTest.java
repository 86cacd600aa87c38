package io.tarn.common.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofFormatsTest {
  private static final Instant TIME = Instant.parse("2026-03-10T08:00:07Z");
  private static final String ONE = "ab".repeat(32);
  private static final String TWO = "cd".repeat(32);

  @Test
  void encodesWhatIsSignedAsTheSpecificationOfDsseDoes() {
    // the example of its protocol document
    var text =
        DsseEnvelope.textToSign(
            "http://example.com/HelloWorld", "hello world".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(text, StandardCharsets.UTF_8))
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  }

  @Test
  void measuresBytesAndNotCharacters() {
    var text = DsseEnvelope.textToSign("ü", "€".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo("DSSEv1 2 ü 3 €");
  }

  @Test
  void writesASignFileAsLakeDoes() {
    // given
    var files = List.of(new SignFile.Entry("result_1.csv.gz", ONE), new SignFile.Entry("b", TWO));
    var file = new SignFile("1.0", "us-east-1", files, TIME, new byte[] {1, (byte) 0xfe}, "f9");
    // then
    assertThat(new String(file.toJson(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"version":"1.0","region":"us-east-1","files":[\
            {"fileHashValue":"%s","fileName":"result_1.csv.gz"},\
            {"fileHashValue":"%s","fileName":"b"}],\
            "hashAlgorithm":"SHA-256","signatureAlgorithm":"SHA256withRSA",\
            "queryCompleteTime":"2026-03-10T08:00:07Z","hashSignature":"01fe",\
            "publicKeyFingerprint":"f9"}"""
                .formatted(ONE, TWO));
    assertThat(new String(file.textToSign(), StandardCharsets.UTF_8)).isEqualTo(ONE + " " + TWO);
    assertThat(SignFile.parse(file.toJson())).isEqualTo(file);
  }

  @Test
  void readsBackWhatAStatementSays() {
    // given
    var nodes = JsonNodeFactory.instance;
    var full =
        new ResultStatement(
            List.of(new ResultFile("result_1.csv.gz", 9, 3, ONE)),
            new ResultStatement.Tenant("t1", "acme"),
            new ResultStatement.Execution(
                new UUID(1, 2), "us-east-1", new UUID(3, 4), new UUID(5, 6), TIME, TIME),
            new ResultStatement.Requester("issuer", "ann", "Ann \u00fc \"x\"", "analyst"),
            new ResultStatement.Query(
                "SELECT {{n}}",
                nodes.arrayNode().add(nodes.objectNode().put("name", "n").put("type", "integer")),
                nodes.objectNode().put("n", 7),
                List.of(new ResultStatement.Store("e1", "default")),
                Long.MAX_VALUE),
            new ResultStatement.Coverage(Instant.EPOCH, TIME, 5L, 7L),
            new ResultStatement.Outcome(3, true, true),
            TWO);
    var sparse =
        new ResultStatement(
            full.files(),
            full.tenant(),
            new ResultStatement.Execution(new UUID(1, 2), "us-east-1", null, null, TIME, TIME),
            new ResultStatement.Requester("issuer", "ann", "Ann", null),
            new ResultStatement.Query(
                "SELECT 1", nodes.arrayNode(), nodes.objectNode(), List.of(), null),
            new ResultStatement.Coverage(null, null, null, null),
            new ResultStatement.Outcome(3, false, false),
            null);
    for (var statement : List.of(full, sparse)) {
      // when
      var json = InTotoStatement.toJson(statement);
      // then
      var read = InTotoStatement.parse(json);
      assertThat(InTotoStatement.toJson(read)).isEqualTo(json);
      assertThat(read.execution()).isEqualTo(statement.execution());
      assertThat(read.coverage()).isEqualTo(statement.coverage());
      assertThat(read.files()).isEqualTo(statement.files());
    }
  }

  @Test
  void writesRsaKeysAsPkcs1OfTheFixedFormOf2048Bits() throws GeneralSecurityException {
    // given
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var key = (RSAPublicKey) generator.generateKeyPair().getPublic();
    // when
    var der = RsaPublicKeys.toPkcs1(key);
    // then
    assertThat(Base64.getEncoder().encodeToString(der)).startsWith("MIIBCgKCAQEA");
    assertThat(RsaPublicKeys.ofPkcs1(der)).isEqualTo(key);
    // a SubjectPublicKeyInfo ends with the PKCS#1
    var encoded = key.getEncoded();
    assertThat(Arrays.copyOfRange(encoded, encoded.length - der.length, encoded.length))
        .isEqualTo(der);
  }

  @Test
  void refusesWhatIsNoRsaKeyWithAProofFormatException() {
    var random = new Random(3);
    for (int n = 0; n < 2_000; n++) {
      var bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      if (bytes.length > 1) {
        bytes[0] = 0x30;
      }
      assertThatThrownBy(() -> RsaPublicKeys.ofPkcs1(bytes))
          .isInstanceOf(ProofFormatException.class);
    }
  }

  @Test
  void readsKeysAsTheApiOfLakeAndItsCommandLineGiveThem() throws GeneralSecurityException {
    // given
    var key = (RSAPublicKey) KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
    var der = RsaPublicKeys.toPkcs1(key);
    var value = Base64.getEncoder().encodeToString(der);
    for (var time : List.of("1773129607.0", "\"2026-03-10T09:00:07+01:00\"")) {
      // when
      var keys =
          PublicKeys.parse(
              """
              {"PublicKeyList": [{"Value": "%s", "ValidityStartTime": %s, "ValidityEndTime": %s,
                "Fingerprint": "%s"}]}"""
                  .formatted(value, time, time, RsaPublicKeys.fingerprint(der))
                  .getBytes(StandardCharsets.UTF_8));
      // then
      assertThat(keys.hasStatements()).isFalse();
      assertThat(keys.signFileKeys().getFirst().validFrom()).isEqualTo(TIME);
      assertThat(keys.signFileKeys().getFirst().key()).isEqualTo(key);
    }
  }

  @Test
  void refusesAKeyUnderTheFingerprintOfAnother() throws GeneralSecurityException {
    // given
    var key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
    var other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    var keys =
        new PublicKeys(
            List.of(PublicKeys.SignFileKey.of((RSAPublicKey) key, TIME, TIME)),
            List.of(new PublicKeys.StatementKey(other, TIME, TIME)),
            true);
    var json = new String(keys.toJson(), StandardCharsets.UTF_8);
    assertThat(PublicKeys.parse(keys.toJson()).toJson()).isEqualTo(keys.toJson());
    for (var id :
        List.of(
            keys.signFileKeys().getFirst().fingerprint(),
            keys.statementKeys().getFirst().keyId())) {
      // when
      var changed = json.replace(id, HexFormat.of().formatHex(new byte[id.length() / 2]));
      // then
      assertThatThrownBy(() -> PublicKeys.parse(changed.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(ProofFormatException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "..", "a/b", "/a", "a\\b", "..a", "a..b", ".hidden", "a b", "a\0", "ä", "-x"
      })
  void takesNoNameThatMayLeadElsewhere(String name) {
    assertThat(ResultFile.isName(name)).isFalse();
  }
}
