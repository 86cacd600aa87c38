package io.tarn.ingest.deadletter;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.ingest.config.DeadLetterConfig;
import io.tarn.ingest.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Deletes expired dead letters, in small steps. Replicas may do it side by
/// side.
@ApplicationScoped
class DeadLetterExpiryJob {
  private static final int STEP = 500;

  private final DataSource database;
  private final DeadLetterRepository letters;
  private final DeadLetterConfig config;

  DeadLetterExpiryJob(DataSource database, DeadLetterRepository letters, DeadLetterConfig config) {
    this.database = database;
    this.letters = letters;
    this.config = config;
  }

  @Scheduled(
      identity = "dead-letter-expiry",
      every = "{tarn.ingest.dead-letters.expire-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    try {
      long expired = 0;
      for (int step = expire(); step > 0; step = expire()) {
        expired += step;
      }
      if (expired > 0) {
        Log.infof("%d dead letters have expired", expired);
      }
    } catch (SQLException failure) {
      Log.warnf("dead letters cannot be expired now: %s", failure.getMessage());
    }
  }

  private int expire() throws SQLException {
    return Sql.inTransaction(
        database, connection -> letters.expire(connection, config.keptFor(), STEP));
  }
}
