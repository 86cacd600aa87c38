package io.tarn.ingest.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.ingest.config.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import javax.sql.DataSource;

/// Vacuums and analyses partitions that have taken in much since the last time, one after the
/// other: then their visibility map is set, so that an index alone answers what it holds, and the
/// planner knows what is new. The server's own autovacuum comes later, and never analyses the
/// table above the partitions. One replica at a time does it.
@ApplicationScoped
public class VacuumJob {
  private static final String JOB = "vacuum";

  /// The server counts what came since; it does so a moment after the commit.
  private static final String DUE =
      """
      select s.schemaname || '.' || s.relname as part, n.nspname || '.' || c.relname as whole
      from ingest.partitions p
      join pg_catalog.pg_stat_user_tables s
        on s.schemaname = 't_' || p.tenant_id and s.relname = p.table_name
      join pg_catalog.pg_inherits i on i.inhrelid = s.relid
      join pg_catalog.pg_class c on c.oid = i.inhparent
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where p.removal_begun_at is null and s.n_ins_since_vacuum >= ?
        and s.n_ins_since_vacuum >= 0.1 * s.n_live_tup
      order by s.n_ins_since_vacuum desc""";

  private final JobLeases leases;
  private final StorageConfig config;
  private final DataSource database;

  /// A partition and the table that it is one of, with their schema.
  private record Part(String name, String whole) {}

  VacuumJob(JobLeases leases, StorageConfig config, DataSource database) {
    this.leases = leases;
    this.config = config;
    this.database = database;
  }

  @Scheduled(
      identity = JOB,
      every = "{tarn.ingest.storage.vacuum-every}",
      delayed = "1m",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void vacuum() {
    leases.run(JOB, this::vacuum);
  }

  private void vacuum(Lease lease) throws SQLException {
    var byTable =
        due().stream()
            .collect(groupingBy(Part::whole, LinkedHashMap::new, mapping(Part::name, toList())));
    for (var table : byTable.entrySet()) {
      for (var part : table.getValue()) {
        lease.require();
        run("vacuum (analyze, skip_locked, truncate false) " + part);
      }
      lease.require();
      run("analyze (skip_locked) only " + table.getKey());
    }
  }

  private List<Part> due() throws SQLException {
    try (var connection = database.getConnection()) {
      return Sql.of(DUE)
          .with(config.vacuumAbove())
          .list(connection, row -> new Part(row.text("part"), row.text("whole")));
    }
  }

  /// Outside of a transaction, as VACUUM wants it. A table that is locked has to wait for the next
  /// run.
  private void run(String statement) {
    try (var connection = database.getConnection()) {
      Sql.run(connection, "set lock_timeout = '1s'");
      try {
        Sql.run(connection, statement);
      } finally {
        reset(connection);
      }
    } catch (SQLException failure) {
      Log.infof("not now: %s: %s", statement, failure.getSQLState());
    }
  }

  private static void reset(Connection connection) throws SQLException {
    Sql.run(connection, "reset lock_timeout");
  }
}
