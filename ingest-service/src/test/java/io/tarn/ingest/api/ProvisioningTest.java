package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.id.Ids;
import io.tarn.service.gate.Role;
import io.tarn.testing.TestParts;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnIngestParts
class ProvisioningTest {
  private static final String TENANT = "/internal/tenants/{tenant}";
  private static final String STORE = TENANT + "/event-data-stores/{id}";

  @Test
  void givesATenantALoginThatReadsItsOwnStoresOnly() throws SQLException {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");

    // when
    try (var connection = TestParts.running().connectAs(acme.id().schema());
        var statement = connection.createStatement()) {

      // then
      try (var stores =
          statement.executeQuery("select id, name, category, is_default from event_data_stores")) {
        assertThat(stores.next()).isTrue();
        assertThat(stores.getString(1)).isEqualTo(acme.store().toString());
        assertThat(stores.getString(3)).isEqualTo("CloudTrail");
        assertThat(stores.getBoolean(4)).isTrue();
        assertThat(stores.next()).isFalse();
      }
      assertThat(statement.execute("select * from " + acme.table())).isTrue();
      for (var forbidden :
          List.of(
              "select * from " + globex.table(),
              "select * from ingest.event_data_stores",
              "set default_transaction_read_only = off; delete from " + acme.table(),
              "create table " + acme.id().schema() + ".mine (a int)")) {
        assertThatThrownBy(() -> statement.execute(forbidden)).isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void hasOneDefaultStoreWhicheverWasMadeItLast() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");
    var second = Ids.uuid();

    // when
    acme.putStore(second, "second", "CloudTrail", true).statusCode(204);

    // then
    assertThat(defaultsIn(acme.id().schema())).containsExactly(List.of(second.toString()));
    assertThat(defaultsIn(globex.id().schema()))
        .containsExactly(List.of(globex.store().toString()));
    assertThat(
            TestTenant.rows(
                "select id::text from ingest.event_data_stores where is_default and tenant_id = '%s'"
                    .formatted(acme.id())))
        .containsExactly(List.of(second.toString()));
  }

  private static List<List<Object>> defaultsIn(String schema) {
    return TestTenant.rows(
        "select id::text from %s.event_data_stores where is_default".formatted(schema));
  }

  @Test
  void canBeRepeatedAndUndone() {
    // given
    var acme = TestTenant.make("acme");
    acme.putTenant("{}").statusCode(204);
    acme.putStore(acme.store(), "renamed", "CloudTrail", true).statusCode(204);
    assertThat(TestTenant.rows("select name from " + acme.id().schema() + ".event_data_stores"))
        .containsExactly(List.of("renamed"));

    // when
    for (int i = 0; i < 2; i++) {
      asSystem(acme).delete(STORE, acme.id().value(), acme.store()).then().statusCode(204);
    }
    for (int i = 0; i < 2; i++) {
      asSystem(acme).delete(TENANT, acme.id().value()).then().statusCode(204);
    }

    // then
    assertThat(
            TestTenant.rows("select 1 from pg_roles where rolname = '" + acme.id().schema() + "'"))
        .isEmpty();
    assertThat(
            TestTenant.rows(
                "select 1 from pg_namespace where nspname = '" + acme.id().schema() + "'"))
        .isEmpty();
  }

  @Test
  void neverUndoesWhatHoldsEvents() {
    // given
    var acme = TestTenant.make("acme");
    acme.put("{\"eventID\":\"1\",\"eventTime\":\"2026-11-20T10:00:00Z\"}").statusCode(200);
    acme.awaitReceived(1);

    // when
    var store = asSystem(acme).delete(STORE, acme.id().value(), acme.store()).then();
    var tenant = asSystem(acme).delete(TENANT, acme.id().value()).then();

    // then
    store.statusCode(409).body("type", equalTo("/problems/not-empty"));
    tenant.statusCode(409).body("type", equalTo("/problems/not-empty"));
    assertThat(TestTenant.one("select count(*) from " + acme.table())).isEqualTo(1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Insight", "ConfigurationItem", "Evidence", "ActivityAuditLog"})
  void makesStoresOfOtherCategories(String category) {
    // given
    var acme = TestTenant.make("acme");
    var id = Ids.uuid();

    // when
    acme.putStore(id, "other", category, false).statusCode(204);
    var event =
        "{\"eventID\":\"1\",\"eventTime\":\"2026-11-20T10:00:00Z\",\"eventCategory\":\"%s\"}"
            .formatted(category);
    acme.put("other", event.getBytes(StandardCharsets.UTF_8)).statusCode(200);
    acme.awaitReceived(1);

    // then
    assertThat(
            TestTenant.rows(
                "select event_id from %s.eds_%s"
                    .formatted(acme.id().schema(), id.toString().replace("-", ""))))
        .containsExactly(List.of("1"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
  void isForServicesOnly(Role role) {
    // given
    var acme = TestTenant.make("acme");

    // when
    var answer =
        given()
            .auth()
            .oauth2(acme.grant(role))
            .contentType("application/json")
            .body("{}")
            .put(TENANT, acme.id().value())
            .then();

    // then
    answer.statusCode(403).body("type", equalTo("/problems/forbidden"));
  }

  @Test
  void refusesAStoreOfATenantThatIsNotThereAndATakenName() {
    // given
    var nobody = new TestTenant(Ids.tenantId(), "nobody", Ids.uuid());
    var acme = TestTenant.make("acme");

    // when
    var orphan = nobody.putStore(nobody.store(), "default", "CloudTrail", true);
    var taken = acme.putStore(Ids.uuid(), "default", "CloudTrail", false);

    // then
    orphan.statusCode(409).body("type", equalTo("/problems/tenant-not-provisioned"));
    taken.statusCode(409).body("type", equalTo("/problems/store-exists"));
  }

  private static io.restassured.specification.RequestSpecification asSystem(TestTenant tenant) {
    return given().auth().oauth2(tenant.grant(Role.SYSTEM));
  }
}
