package io.tarn.query.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tarn.common.postgres.TenantFixture;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.testing.TestParts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/// Two tenants with a few events each, and the requests that tests make for them.
final class Scenarios {
  static final String MARKER = "GlobexMarker";
  private static final TestGrants GRANTS = TestGrants.forService("query-service");
  private static final int MANY = 6000;

  final Customer acme;
  final Customer globex;

  private Scenarios(Customer acme, Customer globex) {
    this.acme = acme;
    this.globex = globex;
  }

  static Scenarios create() throws SQLException {
    var parts = TestParts.running();
    try (var provisioner = parts.connectAs("tarn_ingest")) {
      return new Scenarios(
          Customer.acme(TenantFixture.create(provisioner, parts.masterSecret())),
          Customer.globex(TenantFixture.create(provisioner, parts.masterSecret())));
    }
  }

  /// A tenant and its stores: the default one, and one of many events.
  record Customer(TenantFixture fixture, String slug, UUID store, UUID large) {
    private static Customer acme(TenantFixture fixture) throws SQLException {
      waitForLocks(fixture);
      var acme =
          new Customer(
              fixture, "acme", fixture.store("default", true), fixture.store("large", false));
      fixture.event(
          acme.store,
          "2023-01-22 16:53:53",
          "event-1",
          Map.of(
              "event_name", "CreateBucket",
              "read_only", false,
              "user_identity_arn", "arn:aws:iam::111122223333:user/alice",
              "request_parameters", "{\"acl\":\"private\",\"bucketName\":\"b\"}",
              "request_parameters_order", HexFormat.of().parseHex("0100")));
      fixture.event(acme.store, "2023-02-01 00:00:00", "event-2", Map.of("event_name", "Invoke"));
      acme.fillLarge();
      return acme;
    }

    private static Customer globex(TenantFixture fixture) throws SQLException {
      waitForLocks(fixture);
      var globex =
          new Customer(
              fixture, "globex", fixture.store(MARKER, true), fixture.store("large", false));
      fixture.event(globex.store, "2023-03-01 00:00:00", MARKER, Map.of("event_name", MARKER));
      return globex;
    }

    /// So that a statement can be held up for longer than a tenant's login would wait.
    private static void waitForLocks(TenantFixture fixture) throws SQLException {
      try (var connection = TestParts.running().connectAs("tarn_ingest");
          var statement = connection.createStatement()) {
        statement.execute("alter role " + fixture.tenant().schema() + " set lock_timeout = 0");
      }
    }

    private void fillLarge() throws SQLException {
      try (var connection = TestParts.running().connectAs("tarn_ingest");
          var statement = connection.createStatement()) {
        statement.execute(
            """
            insert into %s (tenant_id, event_time, event_id, event_name, struct_presence, event_json,
                received_time, ingest_position, digest)
            select '%s', timestamp '2023-06-01' + n * interval '1 second', 'event-' || n, 'Name' || n, 0,
                '{"n":"' || repeat('x', 600) || '"}', timestamp '2023-06-01', 1, '\\x00'
            from generate_series(1, %d) n
            """
                .formatted(fixture.table(large), tenant(), MANY));
      }
    }

    TenantId tenant() {
      return fixture.tenant();
    }

    String path() {
      return "/v1/tenants/" + slug + "/queries";
    }

    /// As somebody else of this role.
    RequestSpecification as(Role role, Actor actor) {
      var grant = GRANTS.in(tenant(), slug, role).actor(actor).mint();
      return given().auth().oauth2(grant).contentType("application/json");
    }

    RequestSpecification as(Role role) {
      return given()
          .auth()
          .oauth2(GRANTS.grant(tenant(), slug, role))
          .contentType("application/json");
    }

    ValidatableResponse submits(String statement) {
      return as(Role.ANALYST).body(Map.of("statement", statement)).post(path()).then();
    }

    String started(String statement) {
      return submits(statement).statusCode(202).extract().path("id");
    }

    ValidatableResponse state(String id) {
      return as(Role.OPERATOR).get(path() + "/" + id + "?wait=PT30S").then();
    }

    String finished(String statement) {
      var id = started(statement);
      state(id).statusCode(200).body("state", equalTo("FINISHED"));
      return id;
    }

    ValidatableResponse results(String id, String parameters) {
      return as(Role.ANALYST).get(path() + "/" + id + "/results?" + parameters).then();
    }

    /// Keeps every statement on the default store waiting until the connection is closed.
    Connection holdUp() throws SQLException {
      var connection = TestParts.running().connectAs("tarn_ingest");
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("lock table " + fixture.table(store) + " in access exclusive mode");
      }
      return connection;
    }
  }
}
