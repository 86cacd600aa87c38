package io.tarn.testing;

import io.tarn.common.secret.MasterSecret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/// The parts that run for the tests of this JVM.
///
/// Tests load classes more than once, so the running parts are recorded in the system properties:
/// one set a JVM, whichever class loader asks.
///
/// @param masterSecretFile a secret of this JVM's own
public record TestParts(
    String postgresUrl,
    String superuser,
    String superuserPassword,
    String bootstrapServers,
    Path masterSecretFile) {
  private static final String PREFIX = "io.tarn.test.running.";

  /// Starts the parts unless they run already.
  public static TestParts running() {
    var properties = System.getProperties();
    synchronized (properties) {
      if (properties.getProperty(PREFIX + "postgres-url") == null) {
        remember(properties, isContainersWanted() ? ContainerParts.start() : EmbeddedParts.start());
      }
      return remembered(properties);
    }
  }

  /// Everything that a service needs of the environment, with its own login.
  public Map<String, String> configuration(String login) {
    return Map.of(
        "TARN_POSTGRES_URL", postgresUrl,
        "TARN_POSTGRES_USER", login,
        "TARN_POSTGRES_PASSWORD", passwordOf(login),
        "TARN_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers,
        "TARN_MASTER_SECRET_FILE", masterSecretFile.toString(),
        "TARN_TEST_POSTGRES_SUPERUSER", superuser,
        "TARN_TEST_POSTGRES_SUPERUSER_PASSWORD", superuserPassword);
  }

  public Connection connectAsSuperuser() throws SQLException {
    return DriverManager.getConnection(postgresUrl, superuser, superuserPassword);
  }

  public Connection connectAs(String login) throws SQLException {
    return DriverManager.getConnection(postgresUrl, login, passwordOf(login));
  }

  public MasterSecret masterSecret() {
    return MasterSecret.load(masterSecretFile);
  }

  private String passwordOf(String login) {
    return login.equals(superuser)
        ? superuserPassword
        : masterSecret().derive("postgres-login", login);
  }

  private static boolean isContainersWanted() {
    return "containers".equals(System.getProperty("tarn.test.parts"));
  }

  private static void remember(Properties properties, TestParts parts) {
    properties.setProperty(PREFIX + "superuser", parts.superuser());
    properties.setProperty(PREFIX + "superuser-password", parts.superuserPassword());
    properties.setProperty(PREFIX + "bootstrap-servers", parts.bootstrapServers());
    properties.setProperty(PREFIX + "master-secret-file", parts.masterSecretFile().toString());
    properties.setProperty(PREFIX + "postgres-url", parts.postgresUrl());
  }

  private static TestParts remembered(Properties properties) {
    return new TestParts(
        properties.getProperty(PREFIX + "postgres-url"),
        properties.getProperty(PREFIX + "superuser"),
        properties.getProperty(PREFIX + "superuser-password"),
        properties.getProperty(PREFIX + "bootstrap-servers"),
        Path.of(properties.getProperty(PREFIX + "master-secret-file")));
  }
}
