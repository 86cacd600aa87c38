package io.tarn.scheduler.run;

import io.tarn.scheduler.schedule.Schedule;
import io.tarn.service.kafka.Topics;
import io.tarn.service.outbox.Outbox;
import io.tarn.service.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/// Tells by Kafka, and tells of ends to whoever wants to know.
@ApplicationScoped
class OutboxRunPublisher implements RunPublisher {
  private final Outbox outbox;
  private final RunEnds ends;

  OutboxRunPublisher(Outbox outbox, RunEnds ends) {
    this.outbox = outbox;
    this.ends = ends;
  }

  @Override
  public void publish(Connection connection, Schedule schedule, Run run) throws SQLException {
    var record = RunRecord.of(schedule, run);
    outbox.append(connection, OutboxMessage.of(Topics.QUERY_RUNS, run.tenant().value(), record));
  }

  @Override
  public void ended(Connection connection, RunEnd end) throws SQLException {
    ends.ended(connection, end);
  }
}
