package io.tarn.acceptance.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.acceptance.product.Answer;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Everything that looks like a credential and is none, by real requests, as one table. Each part
/// of the table begins
/// with the true credential, which passes: so a refusal is for the fault and not for the request.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TokenTableIT {
  private static final String LISTING = "/v1/tenants/acme/event-data-stores";
  private static final String FOREIGN = "/v1/tenants/globex/event-data-stores";
  private static final String MARK = UUID.randomUUID().toString().substring(0, 8);

  private static Product product;
  private static People people;
  private static String token;
  private static String shortLived;
  private static String ofOtherRealm;
  private static String ofOtherAudience;
  private static String grant;
  private static Instant grantedAt;

  /// One line of the table.
  record Line(String name, Supplier<Answer> request, int status, String problem) {
    @Override
    public String toString() {
      return name + ": " + status;
    }
  }

  @BeforeAll
  static void obtainCredentials() {
    product = Product.running();
    people = new People(product);
    var identities = new IdentityAdmin(product);
    identities.shortLivedClient("short-" + MARK);
    identities.clientOfAnotherAudience("other-" + MARK);
    identities.otherRealm("realm-" + MARK, "acme-analyst");
    token = people.freshToken("acme-analyst");
    shortLived = token("tarn", "short-" + MARK);
    ofOtherAudience = token("tarn", "other-" + MARK);
    ofOtherRealm = token("realm-" + MARK, "tarn-cli");
    grant = new Grants(product).grant(token, "acme", Service.CATALOG);
    grantedAt = Instant.now();
  }

  private static String token(String realm, String client) {
    return people
        .token(realm, client, "acme-analyst", product.demoPassword())
        .with(200)
        .text("access_token");
  }

  @Order(1)
  @ParameterizedTest(name = "{0}")
  @MethodSource({"tokensAtTheEdge", "grantsAtAService", "cookies"})
  void theTable(Line line) {
    // when
    var answer = line.request().get();
    // then
    assertThat(answer.status()).as(answer.toString()).isEqualTo(line.status());
    if (line.status() >= 400) {
      assertThat(answer.text("type"))
          .as(answer.toString())
          .isEqualTo("/problems/" + line.problem());
      assertThat(answer.headers().get("content-type").getFirst())
          .startsWith("application/problem+json");
    }
  }

  static List<Line> tokensAtTheEdge() {
    var key = PublicKeys.ofTheIdentityProvider(product);
    return List.of(
        passes("edge: the true token", () -> atTheEdge(token)),
        refused("edge: no token", () -> Caller.anonymous(product.edge()).get(LISTING)),
        refused("edge: nonsense", () -> atTheEdge("nonsense")),
        refused("edge: password in place of a token", () -> basic().get(LISTING)),
        refused("edge: expired token", TokenTableIT::expired),
        refused("edge: token of another issuer", () -> atTheEdge(ofOtherRealm)),
        refused("edge: token for another audience", () -> atTheEdge(ofOtherAudience)),
        refused("edge: alg none", () -> atTheEdge(Forge.unsigned(token))),
        refused(
            "edge: HS256 with the public key",
            () -> atTheEdge(Forge.keyConfusion(token, key.getEncoded()))),
        refused(
            "edge: HS256 with the public key as PEM",
            () -> atTheEdge(Forge.keyConfusion(token, Forge.pem(key)))),
        refused("edge: signed by another key", () -> atTheEdge(Forge.otherKey(token))),
        refused("edge: other subject under the signature", () -> atTheEdge(asSomebodyElse(token))),
        refused("edge: a grant", () -> atTheEdge(grant)),
        unknown("edge: the true token on another tenant", () -> edge(token).get(FOREIGN)),
        unknown("edge: an internal address", () -> edge(token).get("/internal/grant-keys")));
  }

  static List<Line> grantsAtAService() {
    var key = PublicKeys.ofGrants(product);
    var forQueries = new Grants(product).grant(token, "acme", Service.QUERY);
    return List.of(
        passes("service: the true grant", () -> atTheService(grant)),
        refused(
            "service: no grant",
            () -> Caller.anonymous(product.address(Service.CATALOG)).get(LISTING)),
        refused("service: a token of the identity provider", () -> atTheService(token)),
        refused("service: a grant for another service", () -> atTheService(forQueries)),
        refused("service: alg none", () -> atTheService(Forge.unsigned(grant))),
        refused(
            "service: HS256 with the public key",
            () -> atTheService(Forge.keyConfusion(grant, key.getEncoded()))),
        refused(
            "service: HS256 with the key as PEM",
            () -> atTheService(Forge.keyConfusion(grant, Forge.pem(key)))),
        refused("service: signed by another key", () -> atTheService(Forge.otherKey(grant))),
        refused(
            "service: other tenant under the signature", () -> atTheService(asSomebodyElse(grant))),
        unknown(
            "service: a grant of this tenant on the path of another",
            () -> service(grant).get(FOREIGN)),
        refused("service: an exchange without the edge's key", TokenTableIT::exchangeByAnybody));
  }

  static List<Line> cookies() {
    var session = new ConsoleSession(product).signIn("acme-analyst");
    var other = new ConsoleSession(product).signIn("acme-viewer");
    var signedOut = new ConsoleSession(product).signIn("acme-analyst");
    var signOut = signedOut.signOut();
    return List.of(
        passes("cookie: the true session", () -> session.caller().get(LISTING)),
        passes("cookie: another session beside it", () -> other.caller().get(LISTING)),
        new Line("cookie: signing out", () -> signOut, 200, ""),
        new Line(
            "cookie: after signing out",
            () -> signedOut.caller().get(LISTING),
            401,
            "session-ended"),
        refused("cookie: altered", () -> session.altered().caller().get(LISTING)),
        refused(
            "cookie: a token in place of the session",
            () -> cookie("q_session=" + token).get(LISTING)),
        unknown("cookie: on another tenant", () -> session.caller().get(FOREIGN)),
        forged("cookie: a write of another site", () -> write(session.callerOfAnotherSite())),
        forged(
            "cookie: a write without the console's header",
            () -> write(session.caller().with("X-Tarn-Csrf", ""))));
  }

  @Test
  @Order(2)
  void aCodeOfOneSessionOpensNothingInAnother() {
    // given
    var victim = new ConsoleSession(product);
    victim.callback("acme-viewer");
    var stranger = new ConsoleSession(product).callback("acme-analyst");
    // when
    var answer = victim.open(stranger);
    // then
    assertThat(victim.sessionCookies()).as(answer.toString()).isEmpty();
  }

  @Test
  @Order(3)
  void aRemovedRoleEndsTokenAndSessionWithinAMinute() {
    // given
    var mark = people.freshToken("initech-viewer");
    var session = new ConsoleSession(product).signIn("initech-viewer");
    var listing = "/v1/tenants/initech/event-data-stores";
    edge(mark).get(listing).with(200);
    session.caller().get(listing).with(200);
    var admin = people.person("initech", "tenant-admin");
    var member =
        member(
            admin,
            edge(mark).get("/v1/me").with(200).json().path("actor").path("subject").asText());
    // when
    admin.delete("/v1/tenants/initech/members/" + People.encoded(member)).with(204);
    // then
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              assertThat(edge(mark).get(listing).status()).isIn(401, 404);
              assertThat(session.caller().get(listing).status()).isIn(401, 404);
            });
  }

  @Test
  @Order(4)
  void aGrantIsWorthNothingAfterItsMinute() {
    // when
    await()
        .atMost(Duration.ofSeconds(80))
        .until(() -> Instant.now().isAfter(grantedAt.plusSeconds(66)));
    // then
    var answer = atTheService(grant);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
    assertThat(answer.text("type")).isEqualTo("/problems/unauthenticated");
  }

  private static Line passes(String name, Supplier<Answer> request) {
    return new Line(name, request, 200, "");
  }

  private static Line refused(String name, Supplier<Answer> request) {
    return new Line(name, request, 401, "unauthenticated");
  }

  private static Line unknown(String name, Supplier<Answer> request) {
    return new Line(name, request, 404, "not-found");
  }

  private static Line forged(String name, Supplier<Answer> request) {
    return new Line(name, request, 403, "forged-request");
  }

  private static Answer atTheEdge(String credential) {
    return edge(credential).get(LISTING);
  }

  private static Answer atTheService(String credential) {
    return service(credential).get(LISTING);
  }

  private static Caller edge(String credential) {
    return Caller.bearing(product.edge(), credential);
  }

  private static Caller service(String credential) {
    return Caller.bearing(product.address(Service.CATALOG), credential);
  }

  private static Caller basic() {
    return Caller.anonymous(product.edge())
        .with("Authorization", "Basic YWNtZS1hbmFseXN0OnNlY3JldA==");
  }

  private static Caller cookie(String value) {
    return Caller.anonymous(product.edge()).with("Cookie", value).with("X-Tarn-Csrf", "1");
  }

  private static Answer write(Caller caller) {
    return caller.post(
        "/v1/tenants/acme/queries", "{\"statement\":\"SELECT count(*) FROM $EDS_ID\"}");
  }

  /// Its second is over, and so is what clocks may differ by.
  private static Answer expired() {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> atTheEdge(shortLived), answer -> answer.status() != 200);
  }

  private static Answer exchangeByAnybody() {
    return new Grants(product).exchangeWithoutTheKeyOfTheEdge(token, "acme", Service.CATALOG);
  }

  private static String asSomebodyElse(String credential) {
    return Forge.altered(
        credential, claims -> claims.put("sub", "somebody-else").put("tenant", "globex"));
  }

  private static String member(Caller admin, String subject) {
    for (JsonNode member :
        admin.get("/v1/tenants/initech/members").with(200).json().path("items")) {
      if (member.path("subject").asText().equals(subject)) {
        return member.hasNonNull("id") ? member.path("id").asText() : subject;
      }
    }
    throw new AssertionError("no member " + subject);
  }
}
