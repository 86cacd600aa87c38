package io.tarn.acceptance.query;

import io.tarn.acceptance.product.Caller;
import io.tarn.common.postgres.TenantFixture;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.testing.TestParts;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/// A tenant with one store, and the requests that tests make for it.
record QueriedTenant(TenantFixture fixture, UUID store) {
  private static final TestGrants GRANTS = TestGrants.forService("query-service");

  static QueriedTenant create(Connection provisioner) throws SQLException {
    var fixture = TenantFixture.create(provisioner, TestParts.running().masterSecret());
    var made = new QueriedTenant(fixture, fixture.store("default", true));
    try (var statement = provisioner.createStatement()) {
      // So that a statement can be held up for longer than the login would wait.
      statement.execute("alter role " + made.login() + " set lock_timeout = 0");
    }
    return made;
  }

  void fill(Connection provisioner, int events) throws SQLException {
    try (var statement = provisioner.createStatement()) {
      statement.execute(
          """
          insert into %s (tenant_id, event_time, event_id, event_name, aws_region, struct_presence,
              event_json, received_time, ingest_position, digest)
          select '%s', timestamp '2023-01-01' + n * interval '10 seconds', 'event-' || n,
              'Name' || n %% 100, 'eu-west-1', 0, '{}', timestamp '2023-06-01', 1, '\\x00'
          from generate_series(1, %d) n
          """
              .formatted(fixture.table(store), fixture.tenant(), events));
    }
  }

  /// A grant lives for a minute only, so there is a new one for each request.
  Caller caller(URI service) {
    return Caller.bearing(service, GRANTS.grant(fixture.tenant(), "acme", Role.ANALYST));
  }

  String path() {
    return "/v1/tenants/" + fixture.tenant() + "/queries";
  }

  String login() {
    return fixture.tenant().schema();
  }

  /// Keeps every statement on the store waiting until the connection is closed.
  Connection holdUp() throws SQLException {
    var connection = TestParts.running().connectAs("tarn_ingest");
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("lock table " + fixture.table(store) + " in access exclusive mode");
    }
    return connection;
  }

  /// How many statements of the tenant the database works on.
  long runningStatements() throws SQLException {
    try (var connection = TestParts.running().connectAsSuperuser();
        var query =
            connection.prepareStatement(
                "select count(*) from pg_stat_activity where usename = ? and state = 'active'")) {
      query.setString(1, login());
      try (var row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
