package io.tarn.ingest.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/// Lets one replica at a time do a job. A lease ends by itself, so a replica that dies holds up
/// nothing for longer.
@ApplicationScoped
public class JobLeases {
  private final DataSource database;

  JobLeases(DataSource database) {
    this.database = database;
  }

  /// Whether the job is this replica's for so long.
  public boolean take(String job, Duration length) throws SQLException {
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
