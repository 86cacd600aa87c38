package io.tarn.scheduler.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tarn.common.proof.DsseEnvelope;
import io.tarn.common.proof.InTotoStatement;
import io.tarn.common.proof.PublicKeys;
import io.tarn.common.proof.ResultFile;
import io.tarn.common.proof.ResultStatement;
import io.tarn.common.proof.SignFile;
import io.tarn.common.secret.MasterSecret;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.run.MovedClock;
import io.tarn.scheduler.run.OwnSchema;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Keys as time goes by, in a real database, with two services side by side.
class SigningKeysTest {
  private static final Instant START = Instant.parse("2026-01-15T10:20:30.456789Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final List<ResultFile> FILES =
      List.of(new ResultFile("result_1.csv.gz", 20, 3, "ab".repeat(32)));

  private final MovedClock clock = new MovedClock(START);
  private final MasterSecret secret = MasterSecret.ofHex("1f".repeat(32));
  private DataSource database;
  private SigningKeys keys;
  private ResultSigner signer;

  @BeforeEach
  void start() throws SQLException {
    database = OwnSchema.create();
    keys = service();
    signer = new ResultSigner(keys, "us-east-1");
  }

  @Test
  void eachSignatureOfAYearVerifiesWithTheListedKeysAndTwoServicesNeverDisagree() {
    // given
    var other = new ResultSigner(service(), "us-east-1");
    var random = new Random(21);
    var signed = new ArrayList<SignFile>();
    var statements = new ArrayList<DsseEnvelope>();
    var rotating = List.of(keys, service());

    // when
    for (int hour = 0; hour < 366 * 24; hour += 7) {
      var now = START.plus(Duration.ofHours(hour)).plusMillis(random.nextInt(1000));
      clock.moveTo(now);
      // The pulse of one or the other, and for two weeks in autumn of none.
      if (hour < 250 * 24 || hour > 264 * 24) {
        rotating.get(random.nextInt(2)).rotate();
      }
      if (random.nextInt(6) == 0) {
        var file = signer.signFile(FILES, now);
        assertThat(other.signFile(FILES, now)).isEqualTo(file);
        var statement = signer.sign(statement(now)).file();
        assertThat(other.sign(statement(now)).file()).isEqualTo(statement);
        signed.add(SignFile.parse(file));
        statements.add(DsseEnvelope.parse(statement));
      }
    }

    // then
    var listed = PublicKeys.parse(keys.published().toJson());
    assertThat(signed).hasSizeGreaterThan(150);
    assertThat(signed).allSatisfy(file -> assertVerifies(file, listed));
    assertThat(statements).allSatisfy(envelope -> assertVerifies(envelope, listed));
    assertThat(new HashSet<>(signed.stream().map(SignFile::fingerprint).toList()))
        .hasSizeBetween(14, 15);
  }

  @Test
  void listsAKeyBeforeItSignsAndHasItValidForThirtyDaysThatOverlap() {
    // given
    keys.rotate();
    var first = keys.published().signFileKeys().getFirst();
    assertThat(Duration.between(first.validFrom(), first.validUntil()))
        .isEqualTo(DAY.multipliedBy(30));

    // when
    clock.moveTo(START.plus(DAY.multipliedBy(24)));
    keys.rotate();

    // then
    var list = keys.published().signFileKeys();
    assertThat(list).hasSize(2);
    assertThat(list.getFirst().validFrom()).isEqualTo(first.validFrom().plus(DAY.multipliedBy(25)));
    assertThat(fingerprintAt(clock.instant())).isEqualTo(first.fingerprint());
    clock.moveTo(START.plus(DAY.multipliedBy(26)));
    assertThat(fingerprintAt(clock.instant())).isEqualTo(list.getFirst().fingerprint());
    assertThat(fingerprintAt(START.plus(DAY.multipliedBy(23)))).isEqualTo(first.fingerprint());
  }

  @Test
  void erasesPrivateHalvesThatSignNoMoreAndKeepsThePublicOnes() throws SQLException {
    // given
    keys.rotate();
    var completed = clock.instant();
    signer.signFile(FILES, completed);

    // when
    clock.moveTo(START.plus(DAY.multipliedBy(31)));
    keys.rotate();

    // then
    assertThat(count("private_key is null")).isEqualTo(2);
    assertThat(count("private_key is not null")).isEqualTo(2);
    assertThat(keys.published().signFileKeys()).hasSize(2);
    assertThat(keys.published().statementKeys()).hasSize(2);
    assertThatThrownBy(() -> signer.signFile(FILES, completed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no key signs what was complete at 2026-01-15T10:20:30Z any more");
  }

  @Test
  void makesOneKeyOfEachKindWhenManyServicesStartAtOnce() throws SQLException {
    // when
    IntStream.range(0, 8).parallel().forEach(_ -> service().rotate());

    // then
    assertThat(count("algorithm = 'RSA'")).isOne();
    assertThat(count("algorithm = 'Ed25519'")).isOne();
  }

  @Test
  void signsAlsoWhereNobodyRotatedForMonths() {
    // given
    keys.rotate();
    clock.moveTo(START.plus(DAY.multipliedBy(100)));

    // when
    var file = SignFile.parse(signer.signFile(FILES, clock.instant()));

    // then
    assertVerifies(file, keys.published());
  }

  @Test
  void keepsPrivateHalvesSealed() throws SQLException {
    // given
    keys.rotate();

    // then
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var found = statement.executeQuery("select private_key, algorithm from signing_keys")) {
      while (found.next()) {
        var stored = found.getBytes(1);
        var algorithm = KeyAlgorithm.stored(found.getString(2));
        assertThatThrownBy(() -> algorithm.privateKey(stored))
            .isInstanceOf(IllegalStateException.class);
      }
    }
    var stranger = new SigningKeyRepository(MasterSecret.ofHex("2e".repeat(32)));
    var thief = new ResultSigner(new SigningKeys(new Transactions(database), stranger, clock), "x");
    assertThatThrownBy(() -> thief.signFile(FILES, clock.instant()))
        .isInstanceOf(IllegalStateException.class);
  }

  private SigningKeys service() {
    return new SigningKeys(new Transactions(database), new SigningKeyRepository(secret), clock);
  }

  private String fingerprintAt(Instant time) {
    return SignFile.parse(signer.signFile(FILES, time)).fingerprint();
  }

  private static ResultStatement statement(Instant now) {
    var nodes = JsonNodeFactory.instance;
    return new ResultStatement(
        FILES,
        new ResultStatement.Tenant("t", "acme"),
        new ResultStatement.Execution(new UUID(0, 7), "us-east-1", null, null, now, now),
        new ResultStatement.Requester("issuer", "ann", "Ann", null),
        new ResultStatement.Query(
            "SELECT 1", nodes.arrayNode(), nodes.objectNode(), List.of(), null),
        new ResultStatement.Coverage(null, null, null, null),
        new ResultStatement.Outcome(3, false, false),
        null);
  }

  private static void assertVerifies(SignFile file, PublicKeys listed) {
    var key = listed.signFileKey(file.fingerprint()).orElseThrow();
    assertThat(key.isValidAt(file.queryCompleteTime())).isTrue();
    assertThat(isSigned("SHA256withRSA", key.key(), file.textToSign(), file.signature())).isTrue();
  }

  private static void assertVerifies(DsseEnvelope envelope, PublicKeys listed) {
    var signature = envelope.signatures().getFirst();
    var key = listed.statementKey(signature.keyId()).orElseThrow();
    var completedAt = InTotoStatement.parse(envelope.payload()).execution().completedAt();
    assertThat(key.isValidAt(completedAt)).isTrue();
    assertThat(isSigned("Ed25519", key.key(), envelope.textToSign(), signature.bytes())).isTrue();
  }

  private static boolean isSigned(
      String algorithm, PublicKey key, byte[] text, byte[] signatureBytes) {
    try {
      var signature = Signature.getInstance(algorithm);
      signature.initVerify(key);
      signature.update(text);
      return signature.verify(signatureBytes);
    } catch (GeneralSecurityException failure) {
      throw new AssertionError(failure);
    }
  }

  private int count(String condition) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var found =
            statement.executeQuery("select count(*) from signing_keys where " + condition)) {
      found.next();
      return found.getInt(1);
    }
  }
}
