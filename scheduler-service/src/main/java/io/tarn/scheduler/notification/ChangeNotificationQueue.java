package io.tarn.scheduler.notification;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.ledger.ChangeAlert;
import io.tarn.scheduler.ledger.ChangeAlerts;
import io.tarn.scheduler.notification.Notice.ChangesJudged;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// Queues what is to be told of changes, in the transaction that judges them.
@ApplicationScoped
class ChangeNotificationQueue implements ChangeAlerts {
  private final NotificationRows rows;
  private final Clock clock;

  ChangeNotificationQueue(NotificationRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public void tell(Connection connection, TenantId tenant, List<UUID> channels, ChangeAlert alert)
      throws SQLException {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (var channel : channels) {
      rows.queue(
          connection, Ids.uuidAt(now.toEpochMilli()), channel, new ChangesJudged(alert), now);
    }
  }
}
