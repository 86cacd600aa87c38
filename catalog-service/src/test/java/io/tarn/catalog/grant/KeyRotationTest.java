package io.tarn.catalog.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.catalog.Neighbours;
import io.tarn.catalog.OperatorsS3;
import io.tarn.catalog.config.CatalogConfig;
import io.tarn.common.secret.MasterSecret;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Grant;
import io.tarn.service.gate.GrantException;
import io.tarn.service.gate.GrantSigner;
import io.tarn.service.gate.GrantVerifier;
import io.tarn.service.gate.PublishedKeys;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Signing keys as time goes by: kept in the real database, published over HTTP, and used by the
/// verifier that every service has.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_catalog"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(OperatorsS3.class)
class KeyRotationTest {
  private static final String SERVICE = "query-service";
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Inject DataSource database;
  @Inject MasterSecret secret;
  @Inject CatalogConfig config;

  private final MovableClock clock = new MovableClock();
  private SigningKeys keys;
  private KeyServer published;
  private GrantVerifier service;

  @BeforeEach
  void makeTheFirstKey() throws IOException {
    forgetKeys();
    keys = new SigningKeys(new SigningKeyRepository(database, secret), config, clock);
    keys.rotate();
    published = new KeyServer(keys);
    service = new GrantVerifier(new PublishedKeys(published.address(), clock), SERVICE, clock);
  }

  /// Keys of another time; the application makes its own again.
  @AfterEach
  void forget() {
    published.close();
    forgetKeys();
    new SigningKeys(new SigningKeyRepository(database, secret), config, Clock.systemUTC()).rotate();
  }

  @Test
  void acceptsGrantsOfTheOldKeyDuringTheOverlapAndNoneOnceItIsGone() {
    // given
    var old = keys.signer();
    assertThat(isAccepted(old)).isTrue();
    clock.move(config.grants().rotateEvery().minus(config.grants().overlap()));
    keys.rotate();
    assertThat(keyOf(keys.signer())).as("published, and not signing yet").isEqualTo(keyOf(old));
    clock.move(config.grants().overlap().minus(SECOND));
    var justBefore = grant(keys.signer());
    clock.move(SECOND.multipliedBy(2));

    // when
    var next = keys.signer();

    // then
    assertThat(keyOf(next)).isNotEqualTo(keyOf(old));
    assertThat(service.verify(grant(next)).role()).isEqualTo(Role.ANALYST);
    assertThat(service.verify(justBefore).role()).isEqualTo(Role.ANALYST);
    assertThat(isAccepted(old)).as("during the overlap").isTrue();
    clock.move(config.grants().rotateEvery().plus(config.grants().overlap()).plus(SECOND));
    assertThat(keys.published()).doesNotContain(keyOf(old)).contains(keyOf(next));
    assertThatThrownBy(() -> service.verify(grant(old))).isInstanceOf(GrantException.Invalid.class);
    assertThat(isAccepted(next)).isTrue();
  }

  @Test
  void alwaysHasAKeyToSignWithHoweverLateTheJobComes() {
    // given
    var life = config.grants().rotateEvery().multipliedBy(2).plus(config.grants().overlap());
    clock.move(life.minus(config.grants().overlap().dividedBy(2)));
    keys.rotate();

    // when
    clock.move(config.grants().overlap().dividedBy(2).plus(SECOND));

    // then
    assertThat(isAccepted(keys.signer())).isTrue();
  }

  @Test
  void addsOneKeyWhenManyReplicasRotateAtOnce() {
    // given
    clock.move(config.grants().rotateEvery());

    // when
    IntStream.range(0, 8).parallel().forEach(_ -> keys.rotate());

    // then
    assertThat(keys.published()).containsPattern("\"kid\".*\"kid\"");
    assertThat(keys.published()).doesNotContainPattern("\"kid\".*\"kid\".*\"kid\"");
  }

  @Test
  void asksAgainForAKeyThatItDoesNotKnow() {
    // given
    assertThat(isAccepted(keys.signer())).isTrue();
    clock.move(config.grants().rotateEvery().multipliedBy(3));
    keys.rotate();
    var asked = published.timesAsked();

    // when
    var isAccepted = isAccepted(keys.signer());

    // then
    assertThat(isAccepted).isTrue();
    assertThat(published.timesAsked()).isEqualTo(asked + 1);
  }

  @Test
  void isNotDrivenToAskByAFloodOfUnknownKeys() {
    // given
    var known = keys.signer();
    assertThat(isAccepted(known)).isTrue();
    clock.move(Duration.ofSeconds(10));
    var asked = published.timesAsked();
    var unknown = TestGrants.forService(SERVICE).forPlatform(Role.ANALYST).mintWithUnknownKeyId();

    // when
    var refused = IntStream.range(0, 5_000).parallel().filter(_ -> isRefused(unknown)).count();

    // then
    assertThat(refused).isEqualTo(5_000);
    assertThat(published.timesAsked()).isEqualTo(asked + 1);
    assertThat(isAccepted(known)).isTrue();
  }

  @Test
  void livesThroughAShortOutageAndTrustsNoOldKeysAfterALongOne() {
    // given
    var signer = keys.signer();
    assertThat(isAccepted(signer)).isTrue();
    published.close();

    // when
    clock.move(Duration.ofMinutes(30));
    var afterAShortOutage = isAccepted(signer);
    clock.move(Duration.ofMinutes(31));

    // then
    assertThat(afterAShortOutage).isTrue();
    assertThatThrownBy(() -> service.verify(grant(signer)))
        .isInstanceOf(GrantException.KeysUnavailable.class);
  }

  private boolean isAccepted(GrantSigner signer) {
    return service.verify(grant(signer)).role() == Role.ANALYST;
  }

  private boolean isRefused(String grant) {
    try {
      service.verify(grant);
      return false;
    } catch (GrantException.Invalid refused) {
      return true;
    }
  }

  private String grant(GrantSigner signer) {
    var actor = new Actor("https://identity.example", "wile", "Wile");
    var expiry = clock.instant().plus(config.grants().life());
    var grant = new Grant(null, actor, Role.ANALYST, "test", "r1", null, null, expiry);
    return signer.sign(grant, SERVICE);
  }

  private String keyOf(GrantSigner signer) {
    var token = grant(signer);
    var header = token.substring(0, token.indexOf('.'));
    var text = new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8);
    return text.replaceFirst(".*\"kid\":\"([^\"]+)\".*", "$1");
  }

  private void forgetKeys() {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("delete from signing_keys");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
