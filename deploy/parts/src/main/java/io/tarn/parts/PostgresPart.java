package io.tarn.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// PostgreSQL 18 with the builtin locale C.UTF-8 and one database `tarn`, password logins only.
///
/// Works as root too. The superuser's password belongs to the data folder: it is given at the
/// first start and must stay the same.
public final class PostgresPart implements Part {
  public static final String SUPERUSER = "postgres";
  public static final String DATABASE = "tarn";
  private static final Duration START = Duration.ofMinutes(2);

  private final Path data;
  private final int port;
  private final String password;
  private final List<String> settings;
  private final ChildProcess process;
  private final Path binaries;

  /// @param settings further settings (`name=value`), after those of the house
  public PostgresPart(Path data, int port, String password, Path log, List<String> settings)
      throws IOException, InterruptedException {
    this.data = data.toAbsolutePath();
    this.port = port;
    this.password = password;
    this.settings = List.copyOf(settings);
    this.binaries = PostgresBinaries.folder();
    this.process = new ChildProcess("postgres", serverCommand(), Map.of("TZ", "UTC"), log);
  }

  public String url() {
    return "jdbc:postgresql://%s:%d/%s".formatted(Ports.LOOPBACK, port, DATABASE);
  }

  /// A connection of the superuser to the database of the product.
  public Connection connectAsSuperuser() throws SQLException {
    return DriverManager.getConnection(url(), SUPERUSER, password);
  }

  @Override
  public void start() throws IOException, InterruptedException {
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise();
    }
    process.start();
    process.awaitReady(START, this::answers);
    createDatabase();
  }

  private void initialise() throws IOException, InterruptedException {
    Files.createDirectories(data.getParent());
    Files.createDirectories(log().getParent());
    var secret =
        Files.createTempFile(
            data.getParent(),
            "initial",
            ".secret",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(secret, password);
      var command =
          List.of(
              binaries.resolve("bin/initdb").toString(),
              "--pgdata=" + data,
              "--username=" + SUPERUSER,
              "--pwfile=" + secret,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C",
              "--no-sync");
      run(command);
    } finally {
      Files.delete(secret);
    }
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    var exit =
        new ProcessBuilder(Sessions.unprivileged(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start()
            .waitFor();
    if (exit != 0) {
      throw new PartException(
          "The data folder of PostgreSQL could not be made (exit code %d); see %s"
              .formatted(exit, log()));
    }
  }

  private List<String> serverCommand() {
    var command = new ArrayList<String>();
    command.add(binaries.resolve("bin/postgres").toString());
    command.addAll(List.of("-D", data.toString()));
    houseSettings().forEach(setting -> command.addAll(List.of("-c", setting)));
    settings.forEach(setting -> command.addAll(List.of("-c", setting)));
    return Sessions.unprivileged(command);
  }

  private List<String> houseSettings() {
    return List.of(
        "port=" + port,
        "listen_addresses=" + Ports.LOOPBACK,
        "unix_socket_directories=",
        "max_locks_per_transaction=1024",
        "max_connections=200",
        "shared_buffers=128MB",
        "max_wal_size=1GB",
        "min_wal_size=128MB",
        "checkpoint_timeout=15min",
        "timezone=UTC",
        "log_timezone=UTC",
        "log_statement=none",
        "log_min_error_statement=panic",
        "password_encryption=scram-sha-256");
  }

  private boolean answers() {
    try (var _ = connect("postgres")) {
      return true;
    } catch (SQLException failure) {
      // Only a server that is starting up refuses with these; anything else will not mend itself.
      if (Set.of("57P03", "08001", "08004", "08006").contains(failure.getSQLState())) {
        return false;
      }
      throw new IllegalStateException(
          "PostgreSQL refuses its superuser: does the data folder belong to another secret?",
          failure);
    }
  }

  private void createDatabase() throws PartException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select 1 from pg_database where datname = '%s'".formatted(DATABASE))) {
      if (!found.next()) {
        statement.execute("create database " + DATABASE);
      }
    } catch (SQLException failure) {
      throw new PartException("The database could not be made; see " + log(), failure);
    }
  }

  private Connection connect(String database) throws SQLException {
    var url = "jdbc:postgresql://%s:%d/%s".formatted(Ports.LOOPBACK, port, database);
    return DriverManager.getConnection(url, SUPERUSER, password);
  }

  @Override
  public ChildProcess process() {
    return process;
  }

  /// At once, though in order: open sessions are cut off.
  @Override
  public void stop() {
    process.stop("INT", STOP);
  }
}
