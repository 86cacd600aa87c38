package io.tarn.edge.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.edge.parts.Browser;
import io.tarn.edge.parts.Installation;
import io.tarn.edge.parts.KeepingInstallation;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The edge with grants that it keeps for two seconds.
@QuarkusTest
@QuarkusTestResource(value = KeepingInstallation.class, restrictToAnnotatedClass = true)
class KeptGrantsOfTheEdgeTest {
  private static final String QUERY = "/v1/tenants/acme/queries/1";

  private final Browser caller = new Browser();
  private final String token = "token-" + UUID.randomUUID();
  private final String[] bearer = {"Authorization", "Bearer " + token};

  @BeforeEach
  void forget() {
    Installation.services().forget();
  }

  @Test
  void givesEachRequestItsOwnIdUnderOneGrant() {
    // when
    for (int i = 0; i < 5; i++) {
      caller.get(QUERY, bearer);
    }
    // then
    assertThat(Installation.services().grants()).hasSizeLessThan(5);
    assertThat(Installation.services().arrivals())
        .extracting(arrival -> arrival.headers().getFirst("X-Request-Id"))
        .doesNotHaveDuplicates()
        .hasSize(5);
  }

  @Test
  void sharesNoGrantBetweenTenantsAndServices() {
    // when
    caller.get(QUERY, bearer);
    caller.get("/v1/tenants/globex/queries/1", bearer);
    caller.get("/v1/tenants/acme/members", bearer);
    caller.get("/v1/me", bearer);
    // then
    assertThat(Installation.services().arrivals())
        .extracting(arrival -> arrival.headers().getFirst("Authorization"))
        .containsExactly(
            "Bearer grant:query-service:acme",
            "Bearer grant:query-service:globex",
            "Bearer grant:catalog-service:acme",
            "Bearer grant:catalog-service:null");
  }

  @Test
  void letsNobodyInLongAfterTheirRoleEnded() {
    // given
    assertThat(caller.get(QUERY, bearer).statusCode()).isEqualTo(200);
    // when
    Installation.services().remove(token);
    // then
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(caller.get(QUERY, bearer).statusCode()).isEqualTo(401));
  }

  @Test
  void feelsAChangeOfMembersAtOnce() {
    // given
    caller.get(QUERY, bearer);
    // when
    Installation.services().remove(token);
    caller.send("DELETE", "/v1/tenants/acme/members/1", null, "Authorization", "Bearer admin");
    // then
    assertThat(caller.get(QUERY, bearer).statusCode()).isEqualTo(401);
  }

  @Test
  void refusesACopiedCookieAtOnceAfterTheSignOut() {
    // given
    var ada = new Browser();
    ada.signIn("/sign-in?return-to=%2Ft%2Facme");
    assertThat(ada.get("/v1/me").statusCode()).isEqualTo(200);
    var thief = new Browser();
    thief.cookies().putAll(ada.cookies());
    assertThat(thief.get("/v1/me").statusCode()).isEqualTo(200);
    // when
    ada.send("POST", "/sign-out", null, "X-Tarn-Csrf", "1");
    // then
    assertThat(thief.get("/v1/me").statusCode()).isEqualTo(401);
  }
}
