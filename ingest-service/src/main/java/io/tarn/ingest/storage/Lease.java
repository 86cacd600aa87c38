package io.tarn.ingest.storage;

import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/// The right of one run to do a job. It is renewed while the run lasts, and released at its end; if
/// the process dies it ends by itself.
public final class Lease {
  private static final int RENEWALS = 3;

  private final DataSource database;
  private final String job;
  private final Duration length;
  private final UUID holder = UUID.randomUUID();
  private final CountDownLatch end = new CountDownLatch(1);

  Lease(DataSource database, String job, Duration length) {
    this.database = database;
    this.job = job;
    this.length = length;
  }

  /// Does one step in a transaction, which commits only while the lease is this run's. That is
  /// asked last, under a lock: a step that waits or reads for long has not written before, and
  /// holds nobody up.
  ///
  /// @throws LeaseLostException where somebody else has it already; the step is rolled back
  public <T> T inTransaction(Sql.Work<T> step) throws SQLException {
    return Sql.inTransaction(
        database,
        connection -> {
          T result = step.run(connection);
          require(connection);
          return result;
        });
  }

  /// Asks before work that is no transaction; the answer holds for that moment.
  ///
  /// @throws LeaseLostException where somebody else has the lease already
  public void require() throws SQLException {
    Sql.runInTransaction(database, this::require);
  }

  private void require(Connection connection) throws SQLException {
    boolean isHeld =
        Sql.of(
                """
                select 1 from ingest.job_leases
                where job = ? and holder = ? and held_until > clock_timestamp() for share""")
            .with(job, holder)
            .hasRows(connection);
    if (!isHeld) {
      throw new LeaseLostException(job);
    }
  }

  boolean take() throws SQLException {
    return execute(
            """
            insert into ingest.job_leases (job, holder, held_until)
            values (?, ?, clock_timestamp() + make_interval(secs => ?))
            on conflict (job) do update
            set holder = excluded.holder, held_until = excluded.held_until
            where job_leases.held_until < clock_timestamp()""",
            job,
            holder,
            seconds())
        == 1;
  }

  void release() throws SQLException {
    end.countDown();
    execute("delete from ingest.job_leases where job = ? and holder = ?", job, holder);
  }

  /// Renews until the release, three times in its length.
  void keepUp() {
    try {
      while (!end.await(length.toMillis() / RENEWALS, TimeUnit.MILLISECONDS)) {
        renew();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void renew() {
    try {
      execute(
          """
          update ingest.job_leases set held_until = clock_timestamp() + make_interval(secs => ?)
          where job = ? and holder = ?""",
          seconds(),
          job,
          holder);
    } catch (SQLException failure) {
      Log.warnf("the lease of %s is not renewed now: %s", job, failure.getMessage());
    }
  }

  private int execute(String statement, Object... values) throws SQLException {
    try (var connection = database.getConnection()) {
      return Sql.of(statement).with(values).execute(connection);
    }
  }

  private double seconds() {
    return length.toMillis() / 1000.0;
  }
}
