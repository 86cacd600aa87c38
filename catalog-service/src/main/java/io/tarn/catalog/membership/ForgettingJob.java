package io.tarn.catalog.membership;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Forgets what is over, so that no table grows without end: invitations 90 days after they ran
/// out, and the moments of changed roles after a year. In small steps, which replicas may take at
/// the same time.
@ApplicationScoped
class ForgettingJob {
  private static final int STEP = 1000;
  static final String INVITATIONS =
      """
      delete from invitations where ctid = any (array(
        select ctid from invitations where expires_at < now() - interval '90 days'
        order by expires_at limit %d for update skip locked))"""
          .formatted(STEP);
  static final String ROLE_CHANGES =
      """
      delete from role_changes where ctid = any (array(
        select ctid from role_changes where changed_at < now() - interval '1 year'
        order by changed_at limit %d for update skip locked))"""
          .formatted(STEP);

  static final String DELETED_QUERIES =
      """
      delete from queries where ctid = any (array(
        select ctid from queries
        where place <> 'library' and deleted_at < now() - interval '30 days'
        order by deleted_at limit %d for update skip locked))"""
          .formatted(STEP);

  private final DataSource database;

  ForgettingJob(DataSource database) {
    this.database = database;
  }

  @Scheduled(
      every = "{tarn.catalog.forget-every}",
      delayed = "1m",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "forget-what-is-over")
  void forget() {
    try (var connection = database.getConnection()) {
      for (var step : List.of(INVITATIONS, ROLE_CHANGES, DELETED_QUERIES)) {
        try (var statement = connection.prepareStatement(step)) {
          while (statement.executeUpdate() == STEP) {
            Log.debug("there is more to forget");
          }
        }
      }
    } catch (SQLException failure) {
      Log.warnf("what is over cannot be forgotten now: %s", failure.toString());
    }
  }
}
