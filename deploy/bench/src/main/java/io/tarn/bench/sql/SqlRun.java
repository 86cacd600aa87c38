package io.tarn.bench.sql;

import io.tarn.bench.Database;
import io.tarn.bench.Stopwatch;
import io.tarn.common.postgres.PostgresInstallation;
import io.tarn.common.secret.MasterSecret;
import io.tarn.local.realm.DemoTenant;
import io.tarn.local.sending.SideBySide;
import io.tarn.parts.Cache;
import io.tarn.parts.Ports;
import io.tarn.parts.PostgresPart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The process of [io.tarn.bench.SqlBench]: fills the tables of three tenants in a PostgreSQL of
/// its own, and measures on the largest.
public final class SqlRun {
  /// The argument that asks for the indexes.
  public static final String INDEXES = "indexes";

  /// Of all events, in percent.
  private static final List<Integer> SHARES = List.of(50, 30, 20);

  private static final int AT_ONCE = 2;

  /// Filling may lose everything; nothing of it changes how statements are answered.
  private static final List<String> SETTINGS =
      List.of("fsync=off", "full_page_writes=off", "autovacuum=off", "maintenance_work_mem=256MB");

  /// As the service has it: no plan is kept, on neither side.
  private static final String PLANNED_ANEW = "?prepareThreshold=0";

  private final PostgresPart postgres;
  private final MasterSecret secret;
  private final PrintStream out;

  private SqlRun(PostgresPart postgres, MasterSecret secret, PrintStream out) {
    this.postgres = postgres;
    this.secret = secret;
    this.out = out;
  }

  @SuppressWarnings("SystemOut") // a command of the terminal
  public static void main(String[] arguments) throws Exception {
    var folder = Files.createTempDirectory("tarn-bench-sql");
    var isOfIndexes = arguments.length > 1 && arguments[1].equals(INDEXES);
    System.exit(run(folder, Integer.parseInt(arguments[0]), isOfIndexes) ? 0 : 1);
  }

  private static boolean run(Path folder, int events, boolean isOfIndexes) throws Exception {
    var secret = MasterSecret.loadOrCreate(folder.resolve("master-secret"));
    var postgres =
        new PostgresPart(
            folder.resolve("postgres"),
            Ports.free(),
            secret.derive("postgres-superuser", PostgresPart.SUPERUSER),
            folder.resolve("postgres.log"),
            SETTINGS);
    var end = new Thread(() -> end(postgres, folder), "end of the bench");
    Runtime.getRuntime().addShutdownHook(end);
    postgres.start();
    var run = new SqlRun(postgres, secret, System.out);
    return isOfIndexes ? run.measureIndexes(events) : run.measure(events);
  }

  /// Measures the indexes instead of the translations.
  private boolean measureIndexes(int events) throws Exception {
    try (var superuser = superuser()) {
      PostgresInstallation.apply(superuser.connection(), secret);
      var tenant = SqlTenant.of(DemoTenant.ALL.getFirst());
      out.printf("Filling a tenant with %,d events%n", events);
      tenant.fill(superuser, events, secret);
      new IndexCosts(superuser, tenant.table(), classes(tenant), out).measure();
    }
    return true;
  }

  private List<SqlClass> classes(SqlTenant tenant) throws IOException {
    var all = new ArrayList<>(SqlClass.all(tenant.table(), literals(tenant)));
    try (var database = superuser()) {
      all.addAll(SqlClass.lookUps(tenant.table(), text -> one(database, text)));
    }
    return all;
  }

  private static void end(PostgresPart postgres, Path folder) {
    postgres.kill();
    try {
      Cache.delete(folder);
    } catch (IOException failure) {
      System.err.printf("%s could not be removed: %s%n", folder, failure.getMessage());
    }
  }

  private boolean measure(int events) throws Exception {
    try (var superuser = superuser()) {
      PostgresInstallation.apply(superuser.connection(), secret);
    }
    var largest = filled(events).getFirst();
    var literals = literals(largest);
    try (var tenant =
        Database.open(postgres.url() + PLANNED_ANEW, largest.schema(), largest.password(secret))) {
      var race = new SqlRace(tenant, largest, out);
      var isFast = race.run(SqlClass.all(largest.table(), literals));
      var isQuick = TranslationTimes.measure(largest, race.statements()).print(out);
      return isFast && isQuick;
    }
  }

  private List<SqlTenant> filled(int events) throws Exception {
    var tenants = new ArrayList<SqlTenant>();
    out.printf("Filling three tenants with %,d events%n", events);
    var seconds =
        Stopwatch.seconds(
            () -> {
              try (var fillers = new SideBySide(AT_ONCE)) {
                for (var number = 0; number < SHARES.size(); number++) {
                  var tenant = SqlTenant.of(DemoTenant.ALL.get(number));
                  var share = (int) ((long) events * SHARES.get(number) / 100);
                  tenants.add(tenant);
                  fillers.run(() -> fill(tenant, share));
                }
                fillers.finish();
              }
            });
    out.printf("Filled in %.0f s%n", seconds);
    return tenants;
  }

  private void fill(SqlTenant tenant, int events) throws IOException {
    try (var database = superuser()) {
      tenant.fill(database, events, secret);
    }
  }

  private Database superuser() throws IOException {
    try {
      return new Database(postgres.connectAsSuperuser());
    } catch (SQLException failure) {
      throw Database.refused(failure);
    }
  }

  /// What statements look for, so that each finds something.
  private SqlClass.Literals literals(SqlTenant tenant) throws IOException {
    try (var database = superuser()) {
      return new SqlClass.Literals(
          one(database, SqlClass.Literals.BUSIEST_FUNCTION.formatted(tenant.table())),
          one(database, SqlClass.Literals.KEY_OF_SIXTY.formatted(tenant.table())));
    }
  }

  private static String one(Database database, String sql) throws IOException {
    return database.query(sql, row -> row.getString(1)).getFirst();
  }
}
