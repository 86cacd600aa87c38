package io.tarn.scheduler.run;

import io.tarn.testing.TestParts;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// The tables of this service in a schema of a test's own, where no service is at work.
final class OwnSchema {
  private OwnSchema() {}

  static DataSource create() throws SQLException {
    var parts = TestParts.running();
    var schema = "own_" + UUID.randomUUID().toString().replace("-", "");
    try (var connection = parts.connectAsSuperuser();
        var statement = connection.createStatement()) {
      statement.execute("create schema " + schema);
    }
    var source = new PGSimpleDataSource();
    source.setUrl(parts.postgresUrl());
    source.setUser(parts.superuser());
    source.setPassword(parts.superuserPassword());
    source.setCurrentSchema(schema);
    Flyway.configure()
        .dataSource(source)
        .defaultSchema(schema)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    return source;
  }
}
