package io.tarn.edge.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tarn.edge.grant.GrantOutcome.Granted;
import io.tarn.edge.grant.GrantOutcome.Refused;
import io.tarn.edge.problem.Refusal;
import io.tarn.edge.route.CanonicalPath;
import io.tarn.edge.route.Destination;
import io.tarn.edge.route.RoutingTable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptGrantsTest {
  private static final Duration KEEP = Duration.ofSeconds(5);
  private static final Credential ADA = new Credential("token-of-ada", false);
  private static final Credential BOB = new Credential("token-of-bob", false);
  private static final Destination QUERIES = at("/v1/tenants/acme/queries");

  private final MovableClock clock = new MovableClock();
  private final Catalog catalog = new Catalog();
  private final KeptGrants grants = new KeptGrants(catalog, KEEP, 3, clock);

  @Test
  void asksOnceForAFewSeconds() {
    // given
    var first = grant(ADA, QUERIES);
    clock.pass(KEEP.minusMillis(1));
    // when
    var second = grant(ADA, QUERIES);
    // then
    assertThat(second).isEqualTo(first);
    assertThat(catalog.asked).hasSize(1);
  }

  /// What a removed member, one of a suspended tenant, and one whose role has changed are told.
  static List<Refusal> refusals() {
    return List.of(Refusal.NOT_FOUND, Refusal.UNAUTHENTICATED, Refusal.SESSION_ENDED);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void feelsTheEndOfARoleWithinThatTime(Refusal refusal) {
    // given
    grant(ADA, QUERIES);
    catalog.refusal = refusal;
    // when
    clock.pass(KEEP);
    // then
    assertThat(grant(ADA, QUERIES)).isEqualTo(new Refused(refusal));
  }

  @Test
  void countsFromTheQuestionRatherThanTheAnswer() {
    // given
    catalog.isSlow = true;
    var first = grants.grant(ADA, QUERIES, "r1");
    clock.pass(KEEP.minusMillis(1));
    catalog.answer();
    catalog.isSlow = false;
    // when
    clock.pass(Duration.ofMillis(1));
    grant(ADA, QUERIES);
    // then
    assertThat(first.succeeded()).isTrue();
    assertThat(catalog.asked).hasSize(2);
  }

  @Test
  void keepsTenantsServicesAndCallersApart() {
    // given
    var other = new KeptGrants(catalog, KEEP, 100, clock);
    var wheres =
        List.of(
            QUERIES,
            at("/v1/tenants/globex/queries"),
            at("/v1/tenants/acme/members"),
            at("/v1/tenants/acme/uploads"),
            at("/v1/me"));
    // when
    var given =
        wheres.stream()
            .flatMap(where -> List.of(ADA, BOB).stream().map(who -> shown(other, who, where)))
            .toList();
    var again =
        wheres.stream()
            .flatMap(where -> List.of(ADA, BOB).stream().map(who -> shown(other, who, where)))
            .toList();
    // then
    assertThat(given).doesNotHaveDuplicates();
    assertThat(again).isEqualTo(given);
    assertThat(catalog.asked).hasSize(10);
  }

  @Test
  void joinsWhatIsBeingAskedFor() {
    // given
    catalog.isSlow = true;
    // when
    var first = grants.grant(ADA, QUERIES, "r1");
    var second = grants.grant(ADA, QUERIES, "r2");
    catalog.answer();
    // then
    assertThat(catalog.asked).hasSize(1);
    assertThat(second.result()).isEqualTo(first.result());
  }

  @Test
  void keepsNoRefusal() {
    // given
    catalog.refusal = Refusal.NOT_FOUND;
    assertThat(grant(ADA, QUERIES)).isInstanceOf(Refused.class);
    // when
    catalog.refusal = null;
    // then
    assertThat(grant(ADA, QUERIES)).isInstanceOf(Granted.class);
  }

  @Test
  void keepsNoFailure() {
    // given
    catalog.isBroken = true;
    assertThat(grants.grant(ADA, QUERIES, "r").failed()).isTrue();
    // when
    catalog.isBroken = false;
    // then
    assertThat(grant(ADA, QUERIES)).isInstanceOf(Granted.class);
  }

  @Test
  void asksAgainAfterASignOut() {
    // given
    grant(ADA, QUERIES);
    // when
    var _ = grants.endSession(ADA);
    catalog.refusal = Refusal.SESSION_ENDED;
    // then
    assertThat(grant(ADA, QUERIES)).isEqualTo(new Refused(Refusal.SESSION_ENDED));
  }

  @Test
  void letsASignOutOvertakeWhatIsBeingAskedFor() {
    // given
    catalog.isSlow = true;
    var before = grants.grant(ADA, QUERIES, "r1");
    // when
    var _ = grants.endSession(ADA);
    catalog.answer();
    catalog.isSlow = false;
    catalog.refusal = Refusal.SESSION_ENDED;
    // then
    assertThat(before.result()).isInstanceOf(Granted.class);
    assertThat(grant(ADA, QUERIES)).isEqualTo(new Refused(Refusal.SESSION_ENDED));
  }

  @Test
  void outlivesNoTokenAndNoGrant() {
    // given
    catalog.life = KEEP.plusSeconds(2);
    grant(ADA, QUERIES);
    // when
    clock.pass(Duration.ofSeconds(2));
    grant(ADA, QUERIES);
    // then
    assertThat(catalog.asked).hasSize(2);
  }

  @Test
  void keepsTheLatestOnly() {
    // given
    for (var tenant : List.of("a", "b", "c", "d")) {
      grant(ADA, at("/v1/tenants/" + tenant + "/queries"));
    }
    // when
    grant(ADA, at("/v1/tenants/d/queries"));
    grant(ADA, at("/v1/tenants/b/queries"));
    grant(ADA, at("/v1/tenants/a/queries"));
    // then
    assertThat(catalog.asked).hasSize(5);
  }

  @Test
  void keepsNothingForAServiceThatPassesItOn() {
    // given
    grant(ADA, at("/v1/tenants/acme/schedules"));
    // when
    grant(ADA, at("/v1/tenants/acme/schedules"));
    // then
    assertThat(catalog.asked).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT31S"})
  void refusesToKeepForLong(String keep) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeptGrants(catalog, Duration.parse(keep), 3, clock))
        .withMessageContaining("tarn.edge.keep-grants-for");
  }

  private GrantOutcome grant(Credential who, Destination where) {
    return grants.grant(who, where, "r").result();
  }

  private static String shown(KeptGrants grants, Credential who, Destination where) {
    return ((Granted) grants.grant(who, where, "r").result()).grant();
  }

  private static Destination at(String path) {
    return RoutingTable.find(CanonicalPath.of(path).orElseThrow()).orElseThrow();
  }

  /// Gives each grant another text.
  private final class Catalog implements GrantSource {
    private final List<String> asked = new ArrayList<>();
    private final List<Promise<GrantOutcome>> waiting = new ArrayList<>();
    private Refusal refusal;
    private boolean isSlow;
    private boolean isBroken;
    private Duration life = Duration.ofMinutes(1);

    @Override
    public Future<GrantOutcome> grant(
        Credential credential, Destination destination, String requestId) {
      asked.add(credential.token());
      if (isBroken) {
        return Future.failedFuture("broken");
      }
      if (isSlow) {
        Promise<GrantOutcome> promise = Promise.promise();
        waiting.add(promise);
        return promise.future();
      }
      return Future.succeededFuture(outcome());
    }

    @Override
    public Future<Void> endSession(Credential credential) {
      return Future.succeededFuture();
    }

    void answer() {
      waiting.forEach(promise -> promise.complete(outcome()));
      waiting.clear();
    }

    private GrantOutcome outcome() {
      return refusal == null
          ? new Granted("grant-" + asked.size(), clock.instant().plus(life))
          : new Refused(refusal);
    }
  }

  /// Stands still until it is moved.
  private static final class MovableClock extends java.time.Clock {
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public java.time.ZoneId getZone() {
      return java.time.ZoneOffset.UTC;
    }

    @Override
    public java.time.Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
