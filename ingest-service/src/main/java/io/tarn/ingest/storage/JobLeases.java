package io.tarn.ingest.storage;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/// Lets one replica at a time do a job. A lease ends by itself, so a replica that dies holds up
/// nothing for longer.
@ApplicationScoped
public class JobLeases {
  /// What a job does.
  @FunctionalInterface
  public interface Task {
    void run() throws SQLException;
  }

  private final DataSource database;

  JobLeases(DataSource database) {
    this.database = database;
  }

  /// Does the job, if it is this replica's for so long. A failure is logged: the job comes again.
  public void run(String job, Duration length, Task task) {
    try {
      if (take(job, length)) {
        task.run();
      }
    } catch (SQLException failure) {
      Log.warnf("job %s waits: %s", job, failure.getMessage());
    }
  }

  private boolean take(String job, Duration length) throws SQLException {
    try (var connection = database.getConnection()) {
      return Sql.execute(
              connection,
              """
              insert into ingest.job_leases (job, held_until)
              values (?, now() + make_interval(secs => ?))
              on conflict (job) do update set held_until = excluded.held_until
              where job_leases.held_until < now()""",
              job,
              (double) length.toSeconds())
          == 1;
    }
  }
}
