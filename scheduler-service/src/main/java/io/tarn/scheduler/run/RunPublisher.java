package io.tarn.scheduler.run;

import io.tarn.scheduler.schedule.Schedule;
import java.sql.Connection;
import java.sql.SQLException;

/// Tells others how runs stand.
@FunctionalInterface
public interface RunPublisher {
  /// Tells it in the transaction that has changed the run.
  void publish(Connection connection, Schedule schedule, Run run) throws SQLException;

  /// Tells of the end of a run, in the transaction that has ended it.
  default void ended(Connection connection, RunEnd end) throws SQLException {}
}
