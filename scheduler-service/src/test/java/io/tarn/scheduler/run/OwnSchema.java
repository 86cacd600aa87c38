package io.tarn.scheduler.run;

import io.tarn.testing.TestParts;
import java.lang.reflect.Proxy;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The tables of this service in a schema of a test's own, where no service is at work.
public final class OwnSchema {
  private OwnSchema() {}

  public static DataSource create() throws SQLException {
    var parts = TestParts.running();
    var schema = "own_" + UUID.randomUUID().toString().replace("-", "");
    try (var connection = parts.connectAsSuperuser();
        var statement = connection.createStatement()) {
      statement.execute("create schema " + schema);
    }
    var address =
        parts.postgresUrl()
            + (parts.postgresUrl().contains("?") ? "&" : "?")
            + "currentSchema="
            + schema;
    Flyway.configure()
        .dataSource(address, parts.superuser(), parts.superuserPassword())
        .defaultSchema(schema)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    return (DataSource)
        Proxy.newProxyInstance(
            OwnSchema.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, _, _) ->
                DriverManager.getConnection(address, parts.superuser(), parts.superuserPassword()));
  }
}
