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
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which store is the default, as two tenants change it beside each other.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_catalog"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(OperatorsS3.class)
class DefaultStoreTest {
  @Inject Scenarios scenarios;

  private final TestGrants grants = TestGrants.forService("catalog-service");
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private TenantId acme;
  private UUID first;
  private UUID second;
  private UUID globexStore;

  @AfterEach
  void letIngestFail() {
    Neighbours.letIngestProvision(false);
  }

  @BeforeEach
  void plant() {
    Neighbours.letIngestProvision(true);
    acme = scenarios.tenant("acme-" + mark);
    first = scenarios.store(acme, "default");
    scenarios.run("update event_data_stores set is_default = true where id = ?", first);
    second = scenarios.store(acme, "second");
    var globex = scenarios.tenant("globex-" + mark);
    globexStore = scenarios.store(globex, "secret-trail");
    scenarios.run("update event_data_stores set is_default = true where id = ?", globexStore);
    Neighbours.askedOfIngest();
  }

  @Test
  void makesAnotherStoreTheDefaultHereAndWhereStatementsFindIt() {
    // when
    var answer = makeDefault("second");

    // then
    answer
        .then()
        .statusCode(200)
        .body("id", equalTo(second.toString()), "isDefault", equalTo(true));
    read("default").then().body("id", equalTo(second.toString()));
    read(first.toString()).then().body("isDefault", equalTo(false), "name", equalTo("default"));
    read("default", globexGrant()).then().body("id", equalTo(globexStore.toString()));
    assertThat(Neighbours.askedOfIngest())
        .isEqualTo("PUT /internal/tenants/%s/event-data-stores/%s\n".formatted(acme, second));
  }

  @Test
  void givesTheSameAnswerToARepeatedChange() {
    // given
    var once = makeDefault("second");

    // when
    var again = makeDefault("second");

    // then
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.asString()).isEqualTo(once.asString());
    assertThat(defaults()).isEqualTo(1);
  }

  @Test
  void keepsOneDefaultWhenManyChangeItAtOnce() {
    // given
    var stores = IntStream.range(0, 4).mapToObj(i -> scenarios.store(acme, "s" + i)).toList();

    // when
    var answers =
        stores.parallelStream().map(store -> makeDefault(store.toString()).statusCode()).toList();

    // then
    assertThat(answers).containsOnly(200);
    assertThat(defaults()).isEqualTo(1);
    String held = read("default").path("id");
    assertThat(Neighbours.askedOfIngest().strip()).endsWith(held);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret-trail", "no-such-store"})
  void answersAForeignStoreLikeAnUnknownOne(String name) {
    // given
    var unknown = makeDefault(UUID.randomUUID().toString());

    // when
    var byName = makeDefault(name);
    var byId = makeDefault(globexStore.toString());

    // then
    assertThat(List.of(byName.statusCode(), byId.statusCode())).containsOnly(404);
    assertThat(byName.asString()).isEqualTo(unknown.asString());
    assertThat(byId.asString()).isEqualTo(unknown.asString());
    assertThat(Neighbours.askedOfIngest()).isEmpty();
    read("default").then().body("id", equalTo(first.toString()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"ANALYST", "VIEWER", "APPROVER", "INGEST"})
  void asksForThePermissionToWriteStores(Role role) {
    // when
    var answer = makeDefault("second", grants.grant(acme, "acme-" + mark, role));

    // then
    answer.then().statusCode(403).body("type", equalTo("/problems/forbidden"));
    read("default").then().body("id", equalTo(first.toString()));
  }

  @Test
  void refusesAStoreOfOtherEvents() {
    // given
    scenarios.run("update event_data_stores set category = 'Insight' where id = ?", second);

    // when
    var answer = makeDefault("second");

    // then
    answer.then().statusCode(409).body("type", equalTo("/problems/unfit-as-default"));
    assertThat(Neighbours.askedOfIngest()).isEmpty();
  }

  @Test
  void leavesNoTenantWithoutADefault() {
    // when
    var answer = change("default", "{\"isDefault\":false}", adminGrant());

    // then
    answer.then().statusCode(400).body("violations.field", equalTo(List.of("isDefault")));
    assertThat(defaults()).isEqualTo(1);
  }

  private Response makeDefault(String store) {
    return makeDefault(store, adminGrant());
  }

  private Response makeDefault(String store, String grant) {
    return change(store, "{\"isDefault\":true}", grant);
  }

  private Response change(String store, String body, String grant) {
    return given()
        .auth()
        .oauth2(grant)
        .contentType(ContentType.JSON)
        .body(body)
        .patch("/v1/tenants/acme-" + mark + "/event-data-stores/" + store);
  }

  private Response read(String store) {
    return given()
        .auth()
        .oauth2(adminGrant())
        .get("/v1/tenants/acme-" + mark + "/event-data-stores/" + store);
  }

  private Response read(String store, String grant) {
    return given()
        .auth()
        .oauth2(grant)
        .get("/v1/tenants/globex-" + mark + "/event-data-stores/" + store);
  }

  private String adminGrant() {
    return grants.grant(acme, "acme-" + mark, Role.TENANT_ADMIN);
  }

  private String globexGrant() {
    var globex =
        new TenantId(
            scenarios.text("select tenant_id from tenants where slug = ?", "globex-" + mark));
    return grants.grant(globex, "globex-" + mark, Role.TENANT_ADMIN);
  }

  private long defaults() {
    return scenarios.count(
        "select count(*) from event_data_stores where tenant_id = ? and is_default", acme.value());
  }
}
