package io.tarn.common.postgres;

import io.tarn.common.secret.MasterSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.postgresql.util.PasswordUtil;

/// Prepares a database for Tarn: the services' logins and schemas, and the walls that every
/// tenant's login meets. The texts stand in `installation.sql` and in the chapters of the folder
/// `lake`, the functions of translated statements; they can also be run by hand, in this order.
public final class PostgresInstallation {
  /// Purpose under which the passwords of logins are derived from the master secret.
  public static final String LOGIN_PURPOSE = "postgres-login";

  private static final List<String> LOGINS =
      List.of("tarn_catalog", "tarn_ingest", "tarn_query", "tarn_scheduler");
  private static final List<String> CHAPTERS =
      List.of(
          "schema",
          "casts",
          "casts-of-numbers",
          "numbers",
          "text",
          "addresses",
          "json",
          "times",
          "time-patterns",
          "arrays",
          "aggregates",
          "operators",
          "tries",
          "grants");

  private PostgresInstallation() {}

  /// Applies all in one transaction; can be repeated.
  ///
  /// @param superuser a connection of a superuser to Tarn's own database
  public static void apply(Connection superuser, MasterSecret secret) throws SQLException {
    var wasAutoCommit = superuser.getAutoCommit();
    superuser.setAutoCommit(false);
    try (var statement = superuser.createStatement()) {
      statement.execute(text("installation.sql"));
      for (var chapter : CHAPTERS) {
        statement.execute(text("lake/" + chapter + ".sql"));
      }
      for (var login : LOGINS) {
        statement.execute("alter role " + login + " password '" + verifier(login, secret) + "'");
      }
      superuser.commit();
    } finally {
      superuser.rollback();
      superuser.setAutoCommit(wasAutoCommit);
    }
  }

  /// Only the verifier is sent, so that no password reaches the server's log.
  private static String verifier(String login, MasterSecret secret) throws SQLException {
    var password = secret.derive(LOGIN_PURPOSE, login).toCharArray();
    return PasswordUtil.encodePassword(login, password, "scram-sha-256");
  }

  private static String text(String name) {
    try (var text = PostgresInstallation.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
