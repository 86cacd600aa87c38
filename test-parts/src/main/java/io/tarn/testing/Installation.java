package io.tarn.testing;

import io.tarn.common.postgres.PostgresInstallation;
import java.sql.SQLException;

/// Makes the services' logins and schemas in a fresh PostgreSQL.
final class Installation {
  private Installation() {}

  static void apply(TestParts parts) {
    try (var connection = parts.connectAsSuperuser()) {
      PostgresInstallation.apply(connection, parts.masterSecret());
    } catch (SQLException failure) {
      throw new IllegalStateException("PostgreSQL could not be installed", failure);
    }
  }
}
