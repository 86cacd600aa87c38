package io.tarn.scheduler.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import io.tarn.scheduler.notification.Notice.ChangesJudged;
import io.tarn.scheduler.notification.Notice.RunEnded;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of notifications, in transactions of the callers. What a process changes of one that
/// it has a lease on is fenced.
@ApplicationScoped
class NotificationRows {
  /// The lock on the channel lets it not be deleted meanwhile, which would break the transaction
  /// that ends the run.
  private static final String QUEUE =
      """
      insert into notifications (tenant_id, id, channel_id, run_id, schedule_id, change_id, notice,
        state, next_attempt_at, created_at)
      select tenant_id, ?::uuid, id, ?::uuid, ?::uuid, ?::text, ?::jsonb, 'pending', ?::timestamptz,
        ?::timestamptz
      from notification_channels where tenant_id = ? and id = ? for key share
      on conflict (tenant_id, run_id, channel_id) do nothing""";

  /// One at a time to each channel, the one that has waited longest, and a few at a time of each
  /// tenant, so that slow receivers of one tenant hold nobody else up.
  private static final String CLAIM =
      """
      with live as (
        select tenant_id, channel_id from notifications
        where state = 'pending' and leased_until >= ?),
      firsts as (
        select distinct on (n.tenant_id, n.channel_id) n.tenant_id, n.id, n.next_attempt_at
        from notifications n
        where n.state = 'pending' and n.next_attempt_at <= ?
          and not exists (
            select from live l where l.tenant_id = n.tenant_id and l.channel_id = n.channel_id)
        order by n.tenant_id, n.channel_id, n.next_attempt_at, n.id),
      places as (
        select f.*,
          row_number() over (partition by f.tenant_id order by f.next_attempt_at, f.id)
            + (select count(*) from live l where l.tenant_id = f.tenant_id) as place
        from firsts f)
      update notifications set instance_id = ?, leased_until = ?, attempted_at = ?,
        fencing_token = fencing_token + 1, attempts = attempts + 1
      where (tenant_id, id) in (
        select n.tenant_id, n.id
        from notifications n join places p on p.tenant_id = n.tenant_id and p.id = n.id
        where p.place <= ? and n.state = 'pending' and n.next_attempt_at <= ?
          and (n.leased_until is null or n.leased_until < ?)
        order by n.next_attempt_at limit ? for update of n skip locked)
      returning *""";
  private static final String FENCED =
      " where tenant_id = ? and id = ? and fencing_token = ? and state = 'pending'";
  private static final String END =
      "update notifications set state = ?, status = ?, problem = ?, ended_at = ?,"
          + " leased_until = null, instance_id = null"
          + FENCED;
  private static final String RETRY =
      "update notifications set next_attempt_at = ?, status = ?, problem = ?,"
          + " leased_until = null, instance_id = null"
          + FENCED;
  private static final String TRIAL =
      """
      insert into notifications (tenant_id, id, channel_id, state, attempts, status, problem,
        next_attempt_at, created_at, attempted_at, ended_at)
      select tenant_id, ?::uuid, id, ?::text, 1, ?::integer, ?::text, ?::timestamptz,
        ?::timestamptz, ?::timestamptz, ?::timestamptz
      from notification_channels where tenant_id = ? and id = ? for key share""";
  private static final String LIST =
      """
      select * from notifications where tenant_id = ? and channel_id = ? and id < ?
      order by id desc limit ?""";
  private static final String REMOVE = "delete from notifications where ended_at < ?";

  private final ObjectMapper json;

  NotificationRows(ObjectMapper json) {
    this.json = json;
  }

  /// Adds what is to be told, unless the channel is told of the run already or is no more.
  void queue(Connection connection, UUID id, UUID channel, RunEnded notice, Instant now)
      throws SQLException {
    var run = notice.run();
    write(
        connection,
        QUEUE,
        id,
        run.runId(),
        run.scheduleId(),
        null,
        Values.json(json, notice),
        now,
        now,
        run.tenant(),
        channel);
  }

  /// Adds what is to be told of changes, unless the channel is no more.
  void queue(Connection connection, UUID id, UUID channel, ChangesJudged notice, Instant now)
      throws SQLException {
    var change = notice.alert().change();
    write(
        connection,
        QUEUE,
        id,
        null,
        null,
        change.changeId(),
        Values.json(json, notice),
        now,
        now,
        change.tenant(),
        channel);
  }

  /// Leases notifications that are to be tried now and that nobody has a lease on.
  List<PendingNotification> claim(
      Connection connection,
      UUID instance,
      Instant now,
      Instant leasedUntil,
      int mostPerTenant,
      int most)
      throws SQLException {
    try (var statement = connection.prepareStatement(CLAIM)) {
      Values.bind(statement, now, now, instance, leasedUntil, now, mostPerTenant, now, now, most);
      try (var found = statement.executeQuery()) {
        var claimed = new ArrayList<PendingNotification>();
        while (found.next()) {
          claimed.add(pendingOf(found));
        }
        return claimed;
      }
    }
  }

  /// Ends a notification. False where the lease is lost.
  boolean end(
      Connection connection,
      PendingNotification notification,
      String state,
      @Nullable Integer status,
      @Nullable String problem,
      Instant now)
      throws SQLException {
    return write(
        connection,
        END,
        state,
        status,
        problem,
        now,
        notification.tenant().value(),
        notification.id(),
        notification.fencingToken());
  }

  /// Gives the lease up until the next attempt. False where the lease is lost.
  boolean retry(
      Connection connection,
      PendingNotification notification,
      Instant next,
      @Nullable Integer status,
      String problem)
      throws SQLException {
    return write(
        connection,
        RETRY,
        next,
        status,
        problem,
        notification.tenant().value(),
        notification.id(),
        notification.fencingToken());
  }

  /// Writes a test of a channel down.
  void addTrial(Connection connection, TenantId tenant, UUID channel, DeliveryRecord record)
      throws SQLException {
    write(
        connection,
        TRIAL,
        record.id(),
        record.state(),
        record.status(),
        record.problem(),
        record.createdAt(),
        record.createdAt(),
        record.attemptedAt(),
        record.endedAt(),
        tenant.value(),
        channel);
  }

  /// Notifications of a channel before the one of this id, the newest first.
  List<DeliveryRecord> list(
      Connection connection, TenantId tenant, UUID channel, UUID id, int limit)
      throws SQLException {
    try (var statement = connection.prepareStatement(LIST)) {
      Values.bind(statement, tenant.value(), channel, id, limit);
      try (var found = statement.executeQuery()) {
        var records = new ArrayList<DeliveryRecord>();
        while (found.next()) {
          records.add(recordOf(found));
        }
        return records;
      }
    }
  }

  void remove(Connection connection, Instant before) throws SQLException {
    try (var statement = connection.prepareStatement(REMOVE)) {
      Values.bind(statement, before);
      statement.executeUpdate();
    }
  }

  private static boolean write(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      return statement.executeUpdate() == 1;
    }
  }

  private PendingNotification pendingOf(ResultSet row) throws SQLException {
    return new PendingNotification(
        new TenantId(row.getString("tenant_id")),
        row.getObject("id", UUID.class),
        row.getObject("channel_id", UUID.class),
        noticeOf(row),
        row.getInt("attempts"),
        row.getLong("fencing_token"),
        Values.time(row, "created_at"));
  }

  private Notice noticeOf(ResultSet row) throws SQLException {
    Class<? extends Notice> type =
        row.getString("change_id") == null ? RunEnded.class : ChangesJudged.class;
    return Objects.requireNonNull(Values.read(json, row, "notice", type));
  }

  private static DeliveryRecord recordOf(ResultSet row) throws SQLException {
    var state = row.getString("state");
    return new DeliveryRecord(
        row.getObject("id", UUID.class),
        row.getObject("run_id", UUID.class),
        row.getObject("schedule_id", UUID.class),
        row.getString("change_id"),
        state,
        row.getInt("attempts"),
        row.getObject("status", Integer.class),
        row.getString("problem"),
        state.equals(DeliveryRecord.PENDING) ? Values.time(row, "next_attempt_at") : null,
        Values.time(row, "created_at"),
        Values.instant(row, "attempted_at"),
        Values.instant(row, "ended_at"));
  }
}
