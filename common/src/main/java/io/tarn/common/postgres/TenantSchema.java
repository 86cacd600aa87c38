package io.tarn.common.postgres;

import io.tarn.common.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.postgresql.util.PasswordUtil;

/// A tenant's schema and login: the walls between tenants are the database's own.
///
/// The texts stand in `tenant-schema.sql`. [#apply] can be repeated; it also sets the login's
/// password anew, so that a rotated master secret takes effect.
public record TenantSchema(TenantId tenant) {

  /// Creates what is missing, within the caller's transaction.
  ///
  /// @param provisioner a connection that may create roles and schemas
  /// @param password what the login is derived to have; only its verifier is sent to the database
  public void apply(Connection provisioner, String password) throws SQLException {
    createRoleIfMissing(provisioner);
    var verifier =
        PasswordUtil.encodePassword(tenant.schema(), password.toCharArray(), "scram-sha-256");
    for (var statement : statements(verifier)) {
      execute(provisioner, statement);
    }
  }

  /// Removes the schema with everything in it, and the login. For what was
  /// half made, and for tests.
  public void drop(Connection provisioner) throws SQLException {
    execute(provisioner, "drop schema if exists " + tenant.schema() + " cascade");
    execute(provisioner, "drop role if exists " + tenant.schema());
  }

  private void createRoleIfMissing(Connection provisioner) throws SQLException {
    try (var lookUp =
        provisioner.prepareStatement("select 1 from pg_catalog.pg_roles where rolname = ?")) {
      lookUp.setString(1, tenant.schema());
      try (var found = lookUp.executeQuery()) {
        if (!found.next()) {
          execute(provisioner, "create role " + tenant.schema() + " nologin");
        }
      }
    }
  }

  private List<String> statements(String verifier) {
    return Stream.of(text().replaceAll("(?m)^--.*$", "").split(";\\s*\\n"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .map(statement -> statement.replace("${tenant}", tenant.schema()))
        .map(statement -> statement.replace("${verifier}", verifier))
        .toList();
  }

  private static String text() {
    try (InputStream text = TenantSchema.class.getResourceAsStream("tenant-schema.sql")) {
      return new String(
          Objects.requireNonNull(text, "tenant-schema.sql").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (var plain = connection.createStatement()) {
      plain.execute(statement);
    }
  }
}
