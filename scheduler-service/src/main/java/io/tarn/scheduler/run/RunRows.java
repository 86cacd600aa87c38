package io.tarn.scheduler.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import io.tarn.scheduler.run.Run.Outcome;
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
        may_overlap, owner_issuer, owner_subject, owner_name, state, reason, next_step_at,
        created_at, ended_at)
      values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant_id, schedule_id, origin, due_at) do nothing""";
  private static final String LIVE =
      """
      select count(*) from runs
      where tenant_id = ? and schedule_id = ? and state in ('scheduled', 'running')""";
  private static final String CLAIM =
      """
      update runs set instance_id = ?, leased_until = ?, fencing_token = fencing_token + 1
      where (tenant_id, id) in (
        select r.tenant_id, r.id from runs r
        where r.state in ('scheduled', 'running') and r.next_step_at <= ?
          and (r.leased_until is null or r.leased_until < ?)
          and (r.may_overlap or not exists (
            select from runs before
            where before.tenant_id = r.tenant_id and before.schedule_id = r.schedule_id
              and before.state in ('scheduled', 'running')
              and (before.due_at, before.id) < (r.due_at, r.id)))
        order by r.next_step_at limit ? for update skip locked)
      returning *""";
  private static final String FENCED =
      " where tenant_id = ? and id = ? and fencing_token = ? and state in ('scheduled', 'running')";
  private static final String BEGIN =
      "update runs set state = 'running', started_at = ?, window_start = ?, window_end = ?"
          + FENCED;
  private static final String SUBMITTED = "update runs set execution_id = ?" + FENCED;
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
          + " ended_at = ?, leased_until = null, instance_id = null"
          + FENCED;
  private static final String FIND = "select * from runs where tenant_id = ? and id = ?";
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
        run.mayOverlap(),
        run.owner().issuer(),
        run.owner().subject(),
        run.owner().name(),
        run.state().wireName(),
        run.outcome().reason(),
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
        window == null ? null : window.start(),
        window == null ? null : window.end(),
        run.tenant().value(),
        run.id(),
        run.fencingToken());
  }

  boolean submitted(Connection connection, Run run, UUID execution) throws SQLException {
    return write(
        connection, SUBMITTED, execution, run.tenant().value(), run.id(), run.fencingToken());
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
    return write(
        connection,
        FINISH,
        state.wireName(),
        outcome.reason(),
        Values.json(json, outcome.problem()),
        outcome.rows(),
        outcome.bytes(),
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
    var start = Values.instant(row, "window_start");
    var end = Values.instant(row, "window_end");
    return new Run(
        new TenantId(row.getString("tenant_id")),
        row.getObject("id", UUID.class),
        row.getObject("schedule_id", UUID.class),
        RunOrigin.of(row.getString("origin")),
        Values.time(row, "due_at"),
        Values.instant(row, "missed_until"),
        Objects.requireNonNull(Values.read(json, row, "query", ScheduledQuery.class)),
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
            row.getObject("bytes", Long.class)),
        start == null || end == null ? null : new RunWindow(start, end),
        row.getInt("attempts"),
        row.getInt("submission"),
        row.getObject("execution_id", UUID.class),
        row.getLong("fencing_token"),
        Values.time(row, "created_at"),
        Values.instant(row, "started_at"),
        Values.instant(row, "ended_at"));
  }
}
