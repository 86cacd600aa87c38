package io.tarn.scheduler.schedule;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import io.tarn.scheduler.schedule.Schedule.Pause;
import io.tarn.scheduler.schedule.ScheduleException.NameTaken;
import io.tarn.service.gate.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of schedules, in transactions of the callers.
@ApplicationScoped
public class ScheduleRows {
  private static final String UNIQUE_VIOLATION = "23505";

  private static final String FIND =
      "select * from schedules where tenant_id = ? and id = ? and deleted_at is null";
  private static final String DUE =
      """
      select * from schedules
      where state = 'active' and deleted_at is null and next_due_at <= ?
      order by next_due_at limit 1 for update skip locked""";
  private static final String LIST =
      """
      select * from schedules
      where tenant_id = ? and deleted_at is null and (name, id) > (?, ?)
      order by name, id limit ?""";
  private static final String INSERT =
      """
      insert into schedules (version, name, query, cron, every_seconds, time_zone, starts_at,
        ends_at, jitter_seconds, overlap, catch_up_seconds, pause_after, settling_seconds,
        by_arrival, output, owner_issuer, owner_subject, owner_name, state, pause_reason,
        pause_detail, paused_at, next_due_at, covered_until, covered_position, failures,
        last_success, alert, changed_at, tenant_id, id, created_at)
      values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ?, ?, ?, ?, ?, ?, ?)""";
  private static final String UPDATE =
      """
      update schedules set version = ?, name = ?, query = ?::jsonb, cron = ?, every_seconds = ?,
        time_zone = ?, starts_at = ?, ends_at = ?, jitter_seconds = ?, overlap = ?,
        catch_up_seconds = ?, pause_after = ?, settling_seconds = ?, by_arrival = ?,
        output = ?::jsonb, owner_issuer = ?, owner_subject = ?, owner_name = ?, state = ?, pause_reason = ?, pause_detail = ?,
        paused_at = ?, next_due_at = ?, covered_until = ?, covered_position = ?,
        failures = ?, last_success = ?, alert = ?, changed_at = ?
      where tenant_id = ? and id = ?""";

  private final ObjectMapper json;

  public ScheduleRows(ObjectMapper json) {
    this.json = json;
  }

  public Optional<Schedule> find(Connection connection, TenantId tenant, UUID id)
      throws SQLException {
    return one(connection, FIND, tenant.value(), id);
  }

  /// The same, and nobody else changes the schedule until the transaction ends.
  public Optional<Schedule> lock(Connection connection, TenantId tenant, UUID id)
      throws SQLException {
    return one(connection, FIND + " for update", tenant.value(), id);
  }

  /// Locks one schedule that is due and that no other process is just looking at.
  public Optional<Schedule> lockDue(Connection connection, Instant now) throws SQLException {
    return one(connection, DUE, now);
  }

  /// Schedules of a tenant after the one of this name and id, by their names.
  List<Schedule> list(Connection connection, TenantId tenant, String name, UUID id, int limit)
      throws SQLException {
    return many(connection, LIST, tenant.value(), name, id, limit);
  }

  /// Lets nobody else add schedules of the tenant, and counts those that there are.
  int lockToAdd(Connection connection, TenantId tenant) throws SQLException {
    try (var lock =
            connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))");
        var count =
            connection.prepareStatement(
                "select count(*) from schedules where tenant_id = ? and deleted_at is null")) {
      Values.bind(lock, "schedules." + tenant.value());
      lock.execute();
      Values.bind(count, tenant.value());
      try (var found = count.executeQuery()) {
        found.next();
        return found.getInt(1);
      }
    }
  }

  /// @throws NameTaken if another schedule of the tenant has the name
  void insert(Connection connection, Schedule schedule) throws SQLException {
    var values = values(schedule);
    values.add(schedule.createdAt());
    write(connection, INSERT, values);
  }

  /// @throws NameTaken if another schedule of the tenant has the name
  public void update(Connection connection, Schedule schedule) throws SQLException {
    write(connection, UPDATE, values(schedule));
  }

  /// Hides the schedule from now on; its runs that have not ended are cancelled.
  void delete(Connection connection, TenantId tenant, UUID id, Instant now) throws SQLException {
    try (var delete =
            connection.prepareStatement(
                "update schedules set deleted_at = ? where tenant_id = ? and id = ?");
        var cancel =
            connection.prepareStatement(
                """
                update runs set state = 'cancelled', reason = 'schedule-deleted', ended_at = ?,
                  fencing_token = fencing_token + 1
                where tenant_id = ? and schedule_id = ? and state in ('scheduled', 'running', 'delivering')""")) {
      Values.bind(delete, now, tenant.value(), id);
      delete.executeUpdate();
      Values.bind(cancel, now, tenant.value(), id);
      cancel.executeUpdate();
    }
  }

  private void write(Connection connection, String sql, List<@Nullable Object> values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      statement.executeUpdate();
    } catch (SQLException failure) {
      if (UNIQUE_VIOLATION.equals(failure.getSQLState())) {
        throw new NameTaken();
      }
      throw failure;
    }
  }

  private List<@Nullable Object> values(Schedule schedule) {
    var plan = schedule.plan();
    var spec = plan.spec();
    var policies = plan.policies();
    var pause = schedule.pause();
    var progress = schedule.progress();
    var alert = progress.alert();
    var values = new ArrayList<@Nullable Object>();
    values.add(schedule.version());
    values.add(plan.name());
    values.add(Values.json(json, plan.query()));
    values.add(spec.cron());
    values.add(spec.every());
    values.add(spec.timeZone());
    values.add(spec.start());
    values.add(spec.end());
    values.add(spec.jitter());
    values.add(policies.overlap().wireName());
    values.add(policies.catchUpWindow());
    values.add(policies.pauseAfterFailures());
    values.add(plan.window() instanceof WindowPlan.EventTime(var settling) ? settling : null);
    values.add(plan.window() instanceof WindowPlan.Arrival);
    values.add(Values.json(json, plan.output()));
    values.add(schedule.owner().issuer());
    values.add(schedule.owner().subject());
    values.add(schedule.owner().name());
    values.add(schedule.state().wireName());
    values.add(pause == null ? null : pause.reason());
    values.add(pause == null ? null : pause.detail());
    values.add(pause == null ? null : pause.at());
    values.add(progress.nextDueAt());
    values.add(progress.covered().until());
    values.add(progress.covered().position());
    values.add(progress.failures());
    values.add(progress.lastSuccess());
    values.add(alert == null ? null : alert.wireName());
    values.add(schedule.changedAt());
    values.add(schedule.tenant().value());
    values.add(schedule.id());
    return values;
  }

  private Optional<Schedule> one(Connection connection, String sql, Object... values)
      throws SQLException {
    return many(connection, sql, values).stream().findFirst();
  }

  private List<Schedule> many(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      try (var found = statement.executeQuery()) {
        var schedules = new ArrayList<Schedule>();
        while (found.next()) {
          schedules.add(scheduleOf(found));
        }
        return schedules;
      }
    }
  }

  private Schedule scheduleOf(ResultSet row) throws SQLException {
    return new Schedule(
        new TenantId(row.getString("tenant_id")),
        row.getObject("id", UUID.class),
        row.getInt("version"),
        planOf(row),
        new Actor(
            row.getString("owner_issuer"),
            row.getString("owner_subject"),
            row.getString("owner_name")),
        ScheduleState.of(row.getString("state")),
        pauseOf(row),
        progressOf(row),
        Values.time(row, "created_at"),
        Values.time(row, "changed_at"));
  }

  private SchedulePlan planOf(ResultSet row) throws SQLException {
    return new SchedulePlan(
        row.getString("name"),
        Objects.requireNonNull(Values.read(json, row, "query", ScheduledQuery.class)),
        new ScheduleSpec(
            row.getString("cron"),
            Values.duration(row, "every_seconds"),
            row.getString("time_zone"),
            Values.instant(row, "starts_at"),
            Values.instant(row, "ends_at"),
            Duration.ofSeconds(row.getLong("jitter_seconds"))),
        new SchedulePolicies(
            OverlapPolicy.of(row.getString("overlap")).orElseThrow(),
            Duration.ofSeconds(row.getLong("catch_up_seconds")),
            row.getInt("pause_after")),
        windowOf(row),
        Objects.requireNonNull(Values.read(json, row, "output", OutputPlan.class)));
  }

  private static @Nullable WindowPlan windowOf(ResultSet row) throws SQLException {
    var settling = Values.duration(row, "settling_seconds");
    if (settling != null) {
      return new WindowPlan.EventTime(settling);
    }
    return row.getBoolean("by_arrival") ? new WindowPlan.Arrival() : null;
  }

  private static Progress progressOf(ResultSet row) throws SQLException {
    return new Progress(
        Values.instant(row, "next_due_at"),
        new Covered(
            Values.instant(row, "covered_until"), row.getObject("covered_position", Long.class)),
        row.getInt("failures"),
        row.getObject("last_success", UUID.class),
        AlertState.of(row.getString("alert")));
  }

  private static @Nullable Pause pauseOf(ResultSet row) throws SQLException {
    var reason = row.getString("pause_reason");
    return reason == null
        ? null
        : new Pause(reason, row.getString("pause_detail"), Values.time(row, "paused_at"));
  }
}
