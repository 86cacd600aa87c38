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
  /// How long a job waits after the death of the replica that did it.
  private static final Duration LENGTH = Duration.ofMinutes(1);

  /// What a job does, asking the lease at each step.
  @FunctionalInterface
  public interface Task {
    void run(Lease lease) throws SQLException;
  }

  private final DataSource database;

  JobLeases(DataSource database) {
    this.database = database;
  }

  /// Does the job unless another replica is at it. A failure is logged: the job comes again.
  public void run(String job, Task task) {
    run(job, LENGTH, task);
  }

  /// The same with another length of the lease.
  public void run(String job, Duration length, Task task) {
    var lease = new Lease(database, job, length);
    try {
      if (lease.take()) {
        run(lease, task);
      }
    } catch (SQLException | LeaseLostException failure) {
      Log.warnf("job %s waits: %s", job, failure.getMessage());
    }
  }

  private static void run(Lease lease, Task task) throws SQLException {
    try {
      Thread.ofVirtual().name("lease").start(lease::keepUp);
      task.run(lease);
    } finally {
      lease.release();
    }
  }
}
