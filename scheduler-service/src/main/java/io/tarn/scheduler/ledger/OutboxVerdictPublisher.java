package io.tarn.scheduler.ledger;

import io.tarn.common.tenant.TenantId;
import io.tarn.service.kafka.Topics;
import io.tarn.service.outbox.Outbox;
import io.tarn.service.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/// Tells by Kafka.
@ApplicationScoped
class OutboxVerdictPublisher implements VerdictPublisher {
  private final Outbox outbox;

  OutboxVerdictPublisher(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void publish(Connection connection, TenantId tenant, ChangeVerdictRecord revision)
      throws SQLException {
    outbox.append(connection, OutboxMessage.of(Topics.CHANGE_VERDICTS, tenant.value(), revision));
  }
}
