package io.tarn.local.testing;

import java.sql.SQLException;
import java.util.List;

/// Makes the services' logins and schemas in a fresh PostgreSQL.
final class Installation {
  private static final List<String> SERVICES = List.of("catalog", "ingest", "query", "scheduler");

  private Installation() {}

  static void apply(TestParts parts) {
    var secret = parts.masterSecret();
    try (var connection = parts.connectAsSuperuser();
        var statement = connection.createStatement()) {
      for (var service : SERVICES) {
        var login = "tarn_" + service;
        statement.execute(
            "create role %s login password '%s'"
                .formatted(login, secret.derive("postgres-login", login)));
        statement.execute("create schema %s authorization %s".formatted(service, login));
      }
      statement.execute("alter role tarn_ingest createrole");
      statement.execute("grant create on database tarn to tarn_ingest");
    } catch (SQLException failure) {
      throw new IllegalStateException("PostgreSQL could not be installed", failure);
    }
  }
}
