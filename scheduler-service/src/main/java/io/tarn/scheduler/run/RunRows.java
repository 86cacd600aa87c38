package io.tarn.scheduler.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import io.tarn.scheduler.run.Findings.Changes;
import io.tarn.scheduler.run.Run.Outcome;
import io.tarn.scheduler.schedule.AlertState;
import io.tarn.scheduler.schedule.OutputPlan;
import io.tarn.scheduler.schedule.ScheduledQuery;
import io.tarn.service.gate.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of runs, in transactions of the callers. What a process changes of a run that it has a
/// lease on is fenced: it changes nothing once another process has had the run.
@ApplicationScoped
public class RunRows {
  private static final String INSERT =
      """
      insert into runs (tenant_id, id, schedule_id, origin, due_at, missed_until, query,
        output, may_overlap, owner_issuer, owner_subject, owner_name, state, reason, window_start,
        window_end, next_step_at, created_at, ended_at)
      values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant_id, schedule_id, origin, due_at) do nothing""";
  private static final String LIVE =
      """
      select count(*) from runs
      where tenant_id = ? and schedule_id = ? and origin <> 'backfill'
        and state in ('scheduled', 'running', 'delivering')""";
  private static final String CLAIM =
      """
      update runs set instance_id = ?, leased_until = ?, fencing_token = fencing_token + 1
      where (tenant_id, id) in (
        select r.tenant_id, r.id from runs r
        where r.state in ('scheduled', 'running', 'delivering') and r.next_step_at <= ?
          and (r.leased_until is null or r.leased_until < ?)
          and (r.may_overlap or not exists (
            select from runs before
            where before.tenant_id = r.tenant_id and before.schedule_id = r.schedule_id
              and before.state in ('scheduled', 'running', 'delivering')
              and (before.origin = 'backfill') = (r.origin = 'backfill')
              and (before.due_at, before.id) < (r.due_at, r.id)))
        order by r.next_step_at limit ? for update skip locked)
      returning *""";
  private static final String FENCED =
      " where tenant_id = ? and id = ? and fencing_token = ? and state in ('scheduled', 'running', 'delivering')";
  private static final String BEGIN =
      "update runs set state = 'running', started_at = ?, window_start = ?, window_end = ?,"
          + " start_position = ?, end_position = ?"
          + FENCED;
  private static final String SUBMITTED = "update runs set execution_id = ?" + FENCED;
  private static final String CONCLUDE =
      "update runs set state = 'delivering', rows = ?, bytes = ?, rows_added = ?,"
          + " rows_removed = ?, alert = ?, deliveries = ?::jsonb, attempts = 0"
          + FENCED;
  private static final String DELIVERED = "update runs set deliveries = ?::jsonb" + FENCED;
  private static final String RELEASE =
      "update runs set next_step_at = ?, leased_until = null, instance_id = null, attempts = 0,"
          + " reason = null, problem = null"
          + FENCED;
  private static final String RETRY =
      "update runs set next_step_at = ?, leased_until = null, instance_id = null,"
          + " attempts = attempts + 1, submission = ?,"
          + " execution_id = case when ? then null else execution_id end, reason = ?,"
          + " problem = ?::jsonb"
          + FENCED;
  private static final String FINISH =
      "update runs set state = ?, reason = ?, problem = ?::jsonb, rows = ?, bytes = ?,"
          + " rows_added = ?, rows_removed = ?, alert = ?, ended_at = ?, leased_until = null, instance_id = null"
          + FENCED;
  private static final String CANCEL =
      """
      update runs set cancel_requested_at = coalesce(cancel_requested_at, ?), next_step_at = ?,
        state = case when state = 'scheduled' then 'cancelled' else state end,
        reason = case when state = 'scheduled' then 'requested' else reason end,
        ended_at = case when state = 'scheduled' then ?::timestamptz end,
        fencing_token = fencing_token + case when state = 'scheduled' then 1 else 0 end
      where tenant_id = ? and id = ? and state in ('scheduled', 'running', 'delivering')""";
  private static final String KEEP_DIGESTS =
      """
      insert into run_digests (tenant_id, run_id, schedule_id, digests) values (?, ?, ?, ?)
      on conflict (tenant_id, run_id) do update set digests = excluded.digests""";
  private static final String DIGESTS =
      "select digests from run_digests where tenant_id = ? and run_id = ?";
  private static final String FORGET_DIGESTS =
      "delete from run_digests where tenant_id = ? and schedule_id = ? and run_id <> ?";
  private static final String FIND = "select * from runs where tenant_id = ? and id = ?";
  private static final String IS_AFTER_FAILURE =
      """
      select state <> 'succeeded' from runs
      where tenant_id = ? and schedule_id = ? and (due_at, id) < (?, ?)
        and origin <> 'backfill' and state in ('succeeded', 'failed', 'timed_out')
      order by due_at desc, id desc limit 1""";
  private static final String LIST =
      """
      select * from runs
      where tenant_id = ? and schedule_id = ? and (due_at, id) < (?, ?)
      order by due_at desc, id desc limit ?""";

  private final ObjectMapper json;

  public RunRows(ObjectMapper json) {
    this.json = json;
  }

  /// Adds a run, unless there is one of this schedule, origin and time.
  ///
  /// @param nextStepAt when it is to begin
  /// @return whether it was added
  boolean insert(Connection connection, Run run, Instant nextStepAt) throws SQLException {
    return write(
        connection,
        INSERT,
        run.tenant().value(),
        run.id(),
        run.schedule(),
        run.origin().wireName(),
        run.dueAt(),
        run.missedUntil(),
        Values.json(json, run.query()),
        Values.json(json, run.output()),
        run.mayOverlap(),
        run.owner().issuer(),
        run.owner().subject(),
        run.owner().name(),
        run.state().wireName(),
        run.outcome().reason(),
        run.window() instanceof RunWindow.EventTime(var start, _) ? start : null,
        run.window() instanceof RunWindow.EventTime(_, var end) ? end : null,
        nextStepAt,
        run.createdAt(),
        run.endedAt());
  }

  /// How many runs of a schedule have not ended.
  long live(Connection connection, TenantId tenant, UUID schedule) throws SQLException {
    try (var statement = connection.prepareStatement(LIVE)) {
      Values.bind(statement, tenant.value(), schedule);
      try (var found = statement.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  /// Leases runs that are to be gone on with and that nobody has a lease on.
  List<Run> claim(Connection connection, UUID instance, Instant now, Instant leasedUntil, int most)
      throws SQLException {
    return many(connection, CLAIM, instance, leasedUntil, now, now, most);
  }

  boolean begin(Connection connection, Run run, Instant now, @Nullable RunWindow window)
      throws SQLException {
    return write(
        connection,
        BEGIN,
        now,
        window instanceof RunWindow.EventTime(var start, _) ? start : null,
        window instanceof RunWindow.EventTime(_, var end) ? end : null,
        window instanceof RunWindow.Arrival(var start, _) ? start : null,
        window instanceof RunWindow.Arrival(_, var end) ? end : null,
        run.tenant().value(),
        run.id(),
        run.fencingToken());
  }

  boolean submitted(Connection connection, Run run, UUID execution) throws SQLException {
    return write(
        connection, SUBMITTED, execution, run.tenant().value(), run.id(), run.fencingToken());
  }

  /// The result is there, and is being delivered from now on.
  boolean conclude(Connection connection, Run run, Outcome outcome, List<DeliveryState> deliveries)
      throws SQLException {
    var changes = outcome.findings().changes();
    var alert = outcome.findings().alert();
    return write(
        connection,
        CONCLUDE,
        outcome.rows(),
        outcome.bytes(),
        changes == null ? null : changes.added(),
        changes == null ? null : changes.removed(),
        alert == null ? null : alert.wireName(),
        Values.json(json, deliveries),
        run.tenant().value(),
        run.id(),
        run.fencingToken());
  }

  boolean delivered(Connection connection, Run run, List<DeliveryState> deliveries)
      throws SQLException {
    return write(
        connection,
        DELIVERED,
        Values.json(json, deliveries),
        run.tenant().value(),
        run.id(),
        run.fencingToken());
  }

  /// Asks a run to end; one that has not begun ends at once. False if it has ended.
  boolean cancel(Connection connection, TenantId tenant, UUID id, Instant now) throws SQLException {
    return write(connection, CANCEL, now, now, now, tenant.value(), id);
  }

  /// Keeps what the rows of a run were, to compare the next one with.
  void keepDigests(Connection connection, Run run, byte[] digests) throws SQLException {
    write(connection, KEEP_DIGESTS, run.tenant().value(), run.id(), run.schedule(), digests);
  }

  Optional<byte[]> digests(Connection connection, TenantId tenant, UUID run) throws SQLException {
    try (var statement = connection.prepareStatement(DIGESTS)) {
      Values.bind(statement, tenant.value(), run);
      try (var found = statement.executeQuery()) {
        return found.next() ? Optional.of(found.getBytes(1)) : Optional.empty();
      }
    }
  }

  /// Forgets the rows of all runs of the schedule but this one.
  void forgetOtherDigests(Connection connection, Run run) throws SQLException {
    write(connection, FORGET_DIGESTS, run.tenant().value(), run.schedule(), run.id());
  }

  /// Gives the lease up until the next look.
  boolean release(Connection connection, Run run, Instant nextStepAt) throws SQLException {
    return write(
        connection, RELEASE, nextStepAt, run.tenant().value(), run.id(), run.fencingToken());
  }

  /// Gives the lease up after a fault that may pass.
  ///
  /// @param isNewSubmission whether the execution has ended, so that another one is needed
  boolean retry(
      Connection connection, Run run, Instant nextStepAt, boolean isNewSubmission, Outcome fault)
      throws SQLException {
    return write(
        connection,
        RETRY,
        nextStepAt,
        isNewSubmission ? run.submission() + 1 : run.submission(),
        isNewSubmission,
        fault.reason(),
        Values.json(json, fault.problem()),
        run.tenant().value(),
        run.id(),
        run.fencingToken());
  }

  boolean finish(Connection connection, Run run, RunState state, Outcome outcome, Instant now)
      throws SQLException {
    var changes = outcome.findings().changes();
    var alert = outcome.findings().alert();
    return write(
        connection,
        FINISH,
        state.wireName(),
        outcome.reason(),
        Values.json(json, outcome.problem()),
        outcome.rows(),
        outcome.bytes(),
        changes == null ? null : changes.added(),
        changes == null ? null : changes.removed(),
        alert == null ? null : alert.wireName(),
        now,
        run.tenant().value(),
        run.id(),
        run.fencingToken());
  }

  Optional<Run> find(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return many(connection, FIND, tenant.value(), id).stream().findFirst();
  }

  /// Runs of a schedule before the one of this time and id, the newest first.
  List<Run> list(
      Connection connection, TenantId tenant, UUID schedule, Instant dueAt, UUID id, int limit)
      throws SQLException {
    return many(connection, LIST, tenant.value(), schedule, dueAt, id, limit);
  }

  /// Whether the last run of the schedule before this one that came to an end has failed.
  boolean isAfterFailure(Connection connection, Run run) throws SQLException {
    try (var statement = connection.prepareStatement(IS_AFTER_FAILURE)) {
      Values.bind(statement, run.tenant().value(), run.schedule(), run.dueAt(), run.id());
      try (var found = statement.executeQuery()) {
        return found.next() && found.getBoolean(1);
      }
    }
  }

  private static boolean write(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      return statement.executeUpdate() == 1;
    }
  }

  private List<Run> many(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      try (var found = statement.executeQuery()) {
        var runs = new ArrayList<Run>();
        while (found.next()) {
          runs.add(runOf(found));
        }
        return runs;
      }
    }
  }

  @SuppressWarnings("unchecked")
  private Run runOf(ResultSet row) throws SQLException {
    return new Run(
        new TenantId(row.getString("tenant_id")),
        row.getObject("id", UUID.class),
        row.getObject("schedule_id", UUID.class),
        RunOrigin.of(row.getString("origin")),
        Values.time(row, "due_at"),
        Values.instant(row, "missed_until"),
        Objects.requireNonNull(Values.read(json, row, "query", ScheduledQuery.class)),
        Objects.requireNonNull(Values.read(json, row, "output", OutputPlan.class)),
        row.getBoolean("may_overlap"),
        new Actor(
            row.getString("owner_issuer"),
            row.getString("owner_subject"),
            row.getString("owner_name")),
        RunState.of(row.getString("state")),
        new Outcome(
            row.getString("reason"),
            (Map<String, Object>) Values.read(json, row, "problem", Map.class),
            row.getObject("rows", Long.class),
            row.getObject("bytes", Long.class),
            findingsOf(row)),
        windowOf(row),
        row.getInt("attempts"),
        row.getInt("submission"),
        row.getObject("execution_id", UUID.class),
        List.of(
            Objects.requireNonNull(Values.read(json, row, "deliveries", DeliveryState[].class))),
        Values.instant(row, "cancel_requested_at") != null,
        row.getLong("fencing_token"),
        Values.time(row, "created_at"),
        Values.instant(row, "started_at"),
        Values.instant(row, "ended_at"));
  }

  private static @Nullable RunWindow windowOf(ResultSet row) throws SQLException {
    var start = Values.instant(row, "window_start");
    var end = Values.instant(row, "window_end");
    if (start != null && end != null) {
      return new RunWindow.EventTime(start, end);
    }
    var startPosition = row.getObject("start_position", Long.class);
    var endPosition = row.getObject("end_position", Long.class);
    return startPosition == null || endPosition == null
        ? null
        : new RunWindow.Arrival(startPosition, endPosition);
  }

  private static Findings findingsOf(ResultSet row) throws SQLException {
    var added = row.getObject("rows_added", Long.class);
    var removed = row.getObject("rows_removed", Long.class);
    var changes = added == null || removed == null ? null : new Changes(added, removed);
    return new Findings(changes, AlertState.of(row.getString("alert")));
  }
}
