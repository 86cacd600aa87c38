package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.testing.TestParts;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// A tenant of one test, with one store.
record TestTenant(TenantId id, String slug, UUID store) {
  private static final TestGrants GRANTS = TestGrants.forService("ingest-service");
  private static final String EVENTS = "/v1/tenants/{tenant}/event-data-stores/{id}/events";

  /// Provisions a tenant with its default store, as catalog-service does.
  static TestTenant make(String slug) {
    return make(slug, "{}");
  }

  static TestTenant make(String slug, String request) {
    var made = new TestTenant(Ids.tenantId(), slug, Ids.uuid());
    made.putTenant(request).statusCode(204);
    made.putStore(made.store, "default", "CloudTrail", true).statusCode(204);
    return made;
  }

  ValidatableResponse putTenant(String request) {
    return given()
        .auth()
        .oauth2(grant(Role.SYSTEM))
        .contentType("application/json")
        .body(request)
        .put("/internal/tenants/{tenant}", id.value())
        .then();
  }

  ValidatableResponse putStore(UUID uuid, String name, String category, boolean isDefault) {
    return given()
        .auth()
        .oauth2(grant(Role.SYSTEM))
        .contentType("application/json")
        .body(
            Map.of(
                "name", name,
                "arn", arn(uuid),
                "category", category,
                "isDefault", isDefault))
        .put("/internal/tenants/{tenant}/event-data-stores/{id}", id.value(), uuid)
        .then();
  }

  ValidatableResponse put(byte[] body) {
    return put("default", body);
  }

  ValidatableResponse put(String text) {
    return put("default", text.getBytes(StandardCharsets.UTF_8));
  }

  ValidatableResponse put(String address, byte[] body) {
    return given()
        .auth()
        .oauth2(grant(Role.INGEST))
        .contentType("application/octet-stream")
        .body(body)
        .post(EVENTS, slug, address)
        .then();
  }

  /// Puts events each into the store of its kind.
  ValidatableResponse putByKind(byte[] body) {
    return given()
        .auth()
        .oauth2(grant(Role.INGEST))
        .contentType("application/octet-stream")
        .body(body)
        .post("/v1/tenants/{tenant}/events", slug)
        .then();
  }

  String grant(Role role) {
    return GRANTS.grant(id, slug, role);
  }

  /// Of an operator who is assigned to this tenant and to the others.
  String operator(TestTenant... others) {
    var assigned =
        Stream.concat(Stream.of(id), Arrays.stream(others).map(TestTenant::id))
            .collect(Collectors.toSet());
    return GRANTS.in(id, slug, Role.OPERATOR).assignedTo(assigned).mint();
  }

  static String arn(UUID uuid) {
    return "arn:aws:cloudtrail:eu-central-1:111122223333:eventdatastore/" + uuid;
  }

  String table() {
    return table(store);
  }

  String table(UUID uuid) {
    return id.schema() + ".eds_" + uuid.toString().replace("-", "");
  }

  /// Waits until an upload's totals are final.
  JsonPath awaitUpload(String upload) {
    var found = new AtomicReference<JsonPath>();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              var answer =
                  given()
                      .auth()
                      .oauth2(grant(Role.INGEST))
                      .queryParam("wait", "30s")
                      .get("/v1/tenants/{tenant}/uploads/{id}", slug, upload)
                      .then()
                      .statusCode(200)
                      .extract()
                      .jsonPath();
              assertThat(answer.getString("state"))
                  .isIn("COMPLETED", "FAILED", "PURGING", "PURGED");
              found.set(answer);
            });
    return found.get();
  }

  /// Waits until the writer has seen so many records of the tenant, whatever became of them.
  void awaitReceived(long expected) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(received()).isEqualTo(expected));
  }

  private long received() {
    return ((Number)
            one(
                """
                select coalesce((select sum(received) from ingest.store_counters where tenant_id = '%1$s'), 0)::bigint
                  + (select count(*) from ingest.dead_letters where tenant_id = '%1$s' and topic is not null)\
                """
                    .formatted(id.value())))
        .longValue();
  }

  Map<String, Long> counters() {
    var row =
        rows("""
        select sum(received), sum(stored), sum(duplicates), sum(conflicts)
        from ingest.store_counters where tenant_id = '%s'\
        """
                .formatted(id.value()))
            .getFirst();
    return Map.of(
        "received", ((Number) row.get(0)).longValue(),
        "stored", ((Number) row.get(1)).longValue(),
        "duplicates", ((Number) row.get(2)).longValue(),
        "conflicts", ((Number) row.get(3)).longValue());
  }

  /// Changes something as the superuser.
  static void execute(String statement) {
    try (var connection = TestParts.running().connectAsSuperuser();
        var plain = connection.createStatement()) {
      plain.execute(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException(statement, failure);
    }
  }

  static Object one(String query) {
    return rows(query).getFirst().getFirst();
  }

  /// Rows as the superuser sees them.
  static List<List<Object>> rows(String query) {
    try (var connection = TestParts.running().connectAsSuperuser();
        var statement = connection.createStatement();
        var results = statement.executeQuery(query)) {
      var rows = new ArrayList<List<Object>>();
      while (results.next()) {
        var row = new ArrayList<Object>();
        for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
          row.add(results.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException failure) {
      throw new IllegalStateException(query, failure);
    }
  }
}
