package io.tarn.scheduler.notification;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.config.NotificationConfig;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.notification.Attempt.Passing;
import io.tarn.scheduler.notification.Attempt.Refused;
import io.tarn.scheduler.notification.Attempt.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Leases notifications, and writes down what became of them. A process that has lost its lease
/// writes nothing.
@ApplicationScoped
public class NotificationLog {
  private final UUID self = Ids.uuid();
  private final Transactions transactions;
  private final NotificationRows rows;
  private final NotificationConfig config;
  private final Clock clock;

  NotificationLog(
      Transactions transactions, NotificationRows rows, NotificationConfig config, Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.config = config;
    this.clock = clock;
  }

  /// Notifications that this process now has for itself, those first that have waited longest.
  List<PendingNotification> take(int most) {
    var now = now();
    var until = now.plus(config.lease());
    return transactions.in(
        connection -> rows.claim(connection, self, now, until, config.concurrentPerTenant(), most));
  }

  /// Writes an attempt down: the notification ends, or waits for its next attempt.
  ///
  /// @return false where another process has the notification meanwhile
  boolean attempted(PendingNotification notification, Attempt attempt) {
    return switch (attempt) {
      case Taken(var status, var remark) ->
          end(notification, DeliveryRecord.DELIVERED, status, remark);
      case Refused(var status, var problem) ->
          end(notification, DeliveryRecord.FAILED, status, problem);
      case Passing passing when notification.attempts() >= config.attempts() ->
          end(notification, DeliveryRecord.FAILED, passing.status(), passing.problem());
      case Passing(var status, var problem, var wait) -> {
        var next = now().plus(waitAfter(notification.attempts(), wait));
        yield transactions.in(
            connection -> rows.retry(connection, notification, next, status, problem));
      }
    };
  }

  private boolean end(
      PendingNotification notification,
      String state,
      @Nullable Integer status,
      @Nullable String problem) {
    var now = now();
    return transactions.in(
        connection -> rows.end(connection, notification, state, status, problem, now));
  }

  private Duration waitAfter(int attempts, @Nullable Duration asked) {
    var doubled = config.backOff().multipliedBy(1L << Math.min(attempts - 1, 20));
    var wait = asked == null || asked.compareTo(doubled) < 0 ? doubled : asked;
    return wait.compareTo(config.longestBackOff()) < 0 ? wait : config.longestBackOff();
  }

  /// Writes a test of a channel down, which is not repeated.
  void tried(TenantId tenant, UUID channel, UUID id, Attempt attempt, Instant at) {
    var record =
        switch (attempt) {
          case Taken(var status, var remark) ->
              trial(id, DeliveryRecord.DELIVERED, status, remark, at);
          case Refused(var status, var problem) ->
              trial(id, DeliveryRecord.FAILED, status, problem, at);
          case Passing(var status, var problem, _) ->
              trial(id, DeliveryRecord.FAILED, status, problem, at);
        };
    transactions.run(connection -> rows.addTrial(connection, tenant, channel, record));
  }

  private DeliveryRecord trial(
      UUID id, String state, @Nullable Integer status, @Nullable String problem, Instant at) {
    return new DeliveryRecord(id, null, null, null, state, 1, status, problem, null, at, at, now());
  }

  /// What became of a channel's notifications before the one of this id, the newest first.
  public List<DeliveryRecord> list(TenantId tenant, UUID channel, UUID id, int limit) {
    return transactions.in(connection -> rows.list(connection, tenant, channel, id, limit));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
