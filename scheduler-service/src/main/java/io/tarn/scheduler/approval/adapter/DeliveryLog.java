package io.tarn.scheduler.approval.adapter;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.approval.ApprovalDraft;
import io.tarn.scheduler.approval.adapter.AdapterDelivery.Outcome;
import io.tarn.scheduler.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The log of deliveries by adapters, without their bodies.
@ApplicationScoped
public class DeliveryLog {
  private static final Duration RETENTION = Duration.ofDays(30);
  private static final Duration WHILE = Duration.ofMinutes(1);
  private static final int MOST_REJECTED = 10;
  private static final int LONGEST_REASON = 1000;

  private final Transactions transactions;
  private final DeliveryRows rows;
  private final Clock clock;

  DeliveryLog(Transactions transactions, DeliveryRows rows, Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.clock = clock;
  }

  /// Notes an approval in the transaction that keeps it.
  void accepted(Connection connection, ApprovalAdapter adapter, ApprovalDraft draft)
      throws SQLException {
    add(connection, line(adapter, Outcome.ACCEPTED, null, draft), Integer.MAX_VALUE);
  }

  void ignored(ApprovalAdapter adapter, String reason) {
    var line = line(adapter, Outcome.IGNORED, reason, null);
    transactions.run(connection -> add(connection, line, Integer.MAX_VALUE));
  }

  /// Notes a refusal, of which no more than ten a minute are noted.
  ///
  /// @param draft what it told; null where that is not known
  void rejected(ApprovalAdapter adapter, @Nullable String reason, @Nullable ApprovalDraft draft) {
    var line = line(adapter, Outcome.REJECTED, reason, draft);
    transactions.run(connection -> add(connection, line, MOST_REJECTED));
  }

  private void add(Connection connection, AdapterDelivery line, int most) throws SQLException {
    rows.insert(connection, line, line.receivedAt().minus(WHILE), most);
  }

  private AdapterDelivery line(
      ApprovalAdapter adapter,
      Outcome outcome,
      @Nullable String reason,
      @Nullable ApprovalDraft draft) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new AdapterDelivery(
        adapter.tenant(),
        Ids.uuidAt(now.toEpochMilli()),
        adapter.id(),
        outcome,
        reason == null || reason.length() <= LONGEST_REASON
            ? reason
            : reason.substring(0, LONGEST_REASON),
        draft == null ? null : draft.system(),
        draft == null ? null : draft.id(),
        draft == null ? null : draft.version(),
        now);
  }

  /// Deliveries of an adapter that came before one, the newest first.
  public List<AdapterDelivery> list(TenantId tenant, UUID adapter, UUID before, int limit) {
    return transactions.in(connection -> rows.list(connection, tenant, adapter, before, limit));
  }

  /// Removes lines that are no longer kept. Can be repeated by every replica.
  @Scheduled(
      every = "1h",
      delayed = "9m",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "approval-delivery-housekeeping")
  void remove() {
    var before = clock.instant().minus(RETENTION);
    transactions.run(connection -> rows.remove(connection, before));
  }
}
