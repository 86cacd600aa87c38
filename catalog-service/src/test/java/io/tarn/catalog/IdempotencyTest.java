package io.tarn.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A key never runs its operation twice, whatever breaks in between.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_catalog"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(OperatorsS3.class)
class IdempotencyTest {
  @Inject Scenarios scenarios;

  private final TestGrants grants = TestGrants.forService("catalog-service");
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private TenantId acme;

  @BeforeEach
  void plant() {
    acme = scenarios.tenant("acme-" + mark);
  }

  @Test
  void doesNotRunAgainWhereItsAnswerCouldNotBeKept() {
    // given
    scenarios.run(
        """
        create function catalog.refuse() returns trigger language plpgsql as
        $$ begin raise exception 'no answer is kept'; end $$""");
    scenarios.run(
        """
        create trigger refuse before update on catalog.idempotency_keys
        for each row execute function catalog.refuse()""");
    Response first;
    try {
      first = add();
    } finally {
      scenarios.run("drop function catalog.refuse cascade");
    }
    takeAway();

    // when
    var second = add();

    // then
    first.then().statusCode(201);
    second.then().statusCode(409).body("type", equalTo("/problems/request-in-progress"));
    assertThat(members()).isZero();
  }

  @Test
  void doesNotRunAgainWhereItsProcessDied() {
    // given
    add().then().statusCode(201);
    takeAway();
    scenarios.run(
        """
        update catalog.idempotency_keys
        set status = null, body = null, location = null, started_at = now() - interval '4 minutes'
        where key = ?""",
        mark);

    // when
    var second = add();

    // then
    second.then().statusCode(409).body("type", equalTo("/problems/request-outcome-unknown"));
    assertThat(members()).isZero();
  }

  @Test
  void runsAgainWhereItWasRefused() {
    // given
    var member = scenarios.member(acme, "rosa", "viewer");
    add().then().statusCode(409).body("type", equalTo("/problems/already-member"));
    scenarios.run("delete from memberships where id = ?", member);

    // when
    var second = add();

    // then
    second.then().statusCode(201);
  }

  @Test
  void forgetsAKeyAfterItsLifeAndTakesOldOnesAway() {
    // given
    add().then().statusCode(201);
    takeAway();
    scenarios.run(
        """
        insert into catalog.idempotency_keys (tenant_id, actor, key, request_digest, started_at)
        select ?, 'a', n::text, '', now() - interval '25 hours' from generate_series(1, 30) n""",
        acme.value());
    scenarios.run(
        "update catalog.idempotency_keys set started_at = now() - interval '25 hours' where key = ?",
        mark);

    // when
    var second = add();

    // then
    second.then().statusCode(201);
    assertThat(
            scenarios.count(
                "select count(*) from idempotency_keys where tenant_id = ?", acme.value()))
        .isEqualTo(1);
  }

  private Response add() {
    return given()
        .auth()
        .oauth2(grants.grant(acme, "acme-" + mark, Role.TENANT_ADMIN))
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", mark)
        .body(Map.of("issuer", Tokens.issuer(), "subject", "rosa", "role", "viewer"))
        .post("/v1/tenants/" + acme + "/members");
  }

  private void takeAway() {
    scenarios.run("delete from memberships where tenant_id = ?", acme.value());
  }

  private long members() {
    return scenarios.count("select count(*) from memberships where tenant_id = ?", acme.value());
  }
}
