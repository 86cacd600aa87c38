package io.tarn.service.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GrantVerifierTest {
  private static final TenantId ACME = Ids.tenantId();

  private final TestGrants grants = TestGrants.forService("query-service");
  private final GrantVerifier verifier =
      new GrantVerifier(
          new PublishedKeys(TestGrants.publish().toUri(), Clock.systemUTC()),
          "query-service",
          Clock.systemUTC());

  @Test
  void readsWhatWasGranted() {
    // given
    var token = grants.in(ACME, "acme", Role.ANALYST).session("s1").requestId("r1").mint();

    // when
    var grant = verifier.verify(token);

    // then
    assertThat(grant.tenant()).isEqualTo(new Grant.GrantedTenant(ACME, "acme"));
    assertThat(grant.role()).isEqualTo(Role.ANALYST);
    assertThat(grant.actor().subject()).isEqualTo("acme-analyst");
    assertThat(grant.session()).isEqualTo("s1");
    assertThat(grant.requestId()).isEqualTo("r1");
  }

  @Test
  void remembersWhatItHasVerifiedUntilItExpires() {
    // given
    var token = grants.in(ACME, "acme", Role.ANALYST).livingFor(Duration.ofSeconds(60)).mint();
    var moment = new AtomicReference<>(Instant.now());
    var verifier =
        new GrantVerifier(
            new PublishedKeys(TestGrants.publish().toUri(), Clock.systemUTC()),
            "query-service",
            new MovedClock(moment));

    // when
    var before = verifier.known(token);
    var verified = verifier.verify(token);

    // then
    assertThat(before).isNull();
    assertThat(verifier.known(token)).isEqualTo(verified);
    assertThat(verifier.known(token + "x")).isNull();
    moment.set(verified.expiresAt());
    assertThat(verifier.known(token)).isNull();
  }

  @Test
  void remembersNothingThatItRefused() {
    // given
    var token = grants.in(ACME, "acme", Role.ANALYST).mintWithForeignKey();

    // when
    assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(GrantException.Invalid.class);

    // then
    assertThat(verifier.known(token)).isNull();
  }

  @Test
  void readsAGrantForThePlatform() {
    // given
    var token = grants.forPlatform(Role.PLATFORM_ADMIN).mint();

    // when
    var grant = verifier.verify(token);

    // then
    assertThat(grant.tenant()).isNull();
    assertThat(grant.opens(ACME.value())).isFalse();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("expired", grant -> grant.expired().mint()),
        fault("other issuer", grant -> grant.issuer("somebody-else").mint()),
        fault("other audience", grant -> grant.audience("ingest-service").mint()),
        fault("no signature", TestGrants.Builder::mintUnsigned),
        fault("key confusion", TestGrants.Builder::mintWithPublicKeyAsSecret),
        fault("foreign key", TestGrants.Builder::mintWithForeignKey),
        fault("unknown key", TestGrants.Builder::mintWithUnknownKeyId),
        fault("no key id", TestGrants.Builder::mintWithoutKeyId),
        fault("no issuer", grant -> grant.without("iss").mint()),
        fault("no audience", grant -> grant.without("aud").mint()),
        fault("no subject", grant -> grant.without("sub").mint()),
        fault("no time of issue", grant -> grant.without("iat").mint()),
        fault("no expiry", grant -> grant.without("exp").mint()),
        fault("lives too long", grant -> grant.livingFor(Duration.ofHours(1)).mint()),
        fault("not a token", grant -> "not.a.token"),
        fault("empty", grant -> ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void refusesAFaultyGrant(String fault, Function<TestGrants.Builder, String> mint) {
    // given
    var token = mint.apply(grants.in(ACME, "acme", Role.ANALYST));

    // when, then
    assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(GrantException.Invalid.class);
  }

  @Test
  void saysNothingAboutAGrantWithoutKeys() {
    // given
    var nowhere = new PublishedKeys(URI.create("http://127.0.0.1:1/"), Clock.systemUTC());
    var blind = new GrantVerifier(nowhere, "query-service", Clock.systemUTC());
    var token = grants.grant(ACME, "acme", Role.ANALYST);

    // when, then
    assertThatThrownBy(() -> blind.verify(token))
        .isInstanceOf(GrantException.KeysUnavailable.class);
  }

  private static Arguments fault(String name, Function<TestGrants.Builder, String> mint) {
    return Arguments.of(name, mint);
  }

  private static final class MovedClock extends Clock {
    private final AtomicReference<Instant> moment;

    MovedClock(AtomicReference<Instant> moment) {
      this.moment = moment;
    }

    @Override
    public Instant instant() {
      return moment.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
