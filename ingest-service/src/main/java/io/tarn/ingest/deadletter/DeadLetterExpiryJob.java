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
  private final DeadLetterConfig config;

  DeadLetterExpiryJob(DataSource database, DeadLetterConfig config) {
    this.database = database;
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
    var some =
        Sql.of(
                """
                delete from ingest.dead_letters where id in (
                    select id from ingest.dead_letters
                    where created_at < now() - make_interval(secs => ?)
                    order by created_at limit ?)""")
            .with(config.keptFor().toMillis() / 1000.0, STEP);
    return Sql.inTransaction(database, some::execute);
  }
}
