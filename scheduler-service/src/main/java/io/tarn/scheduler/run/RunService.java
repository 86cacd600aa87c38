package io.tarn.scheduler.run;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.schedule.OverlapPolicy;
import io.tarn.scheduler.schedule.ScheduleException.Invalid;
import io.tarn.scheduler.schedule.ScheduleException.NotFound;
import io.tarn.scheduler.schedule.ScheduleException.RunIsLive;
import io.tarn.scheduler.schedule.ScheduleRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Shows runs, and makes them on request.
@ApplicationScoped
public class RunService {
  private final Transactions transactions;
  private final ScheduleRows schedules;
  private final RunRows runs;
  private final RunPublisher publisher;
  private final Clock clock;

  public RunService(
      Transactions transactions,
      ScheduleRows schedules,
      RunRows runs,
      RunPublisher publisher,
      Clock clock) {
    this.transactions = transactions;
    this.schedules = schedules;
    this.runs = runs;
    this.publisher = publisher;
    this.clock = clock;
  }

  /// Makes a run of the schedule that is due now, in its owner's name; also of a paused one.
  ///
  /// @throws RunIsLive if the schedule's policy allows no run beside one that has not ended
  public Run runNow(TenantId tenant, UUID schedule) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return transactions.in(
        connection -> {
          var found = schedules.lock(connection, tenant, schedule).orElseThrow(NotFound::new);
          var live = runs.live(connection, tenant, schedule);
          var isAllowed = found.plan().policies().overlap() == OverlapPolicy.ALLOW_ALL;
          if (live > 0 && !isAllowed) {
            throw new RunIsLive();
          }
          var run =
              RunPlanner.run(found, RunOrigin.REQUEST, now, null, RunState.SCHEDULED, null, now);
          if (!runs.insert(connection, run, now)) {
            throw new RunIsLive();
          }
          publisher.publish(connection, found, run);
          return run;
        });
  }

  /// Asks a run to end. One that has ended stays as it is.
  public Run cancel(TenantId tenant, UUID schedule, UUID id) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return transactions.in(
        connection -> {
          var of = schedules.find(connection, tenant, schedule).orElseThrow(NotFound::new);
          var _ = found(connection, tenant, schedule, id);
          var isLive = runs.cancel(connection, tenant, id, now);
          var asked = found(connection, tenant, schedule, id);
          if (isLive) {
            publisher.publish(connection, of, asked);
          }
          return asked;
        });
  }

  /// Makes a run for each time of the schedule in a range that is over, each with the window that
  /// it would have had then: from the time before it to its own, less the settling time. They run
  /// one after another, beside the schedule's own. A time that has such a run already gets no
  /// other.
  ///
  /// @param from of the first window (inclusive)
  /// @param to the last time (inclusive)
  /// @return the runs that were made
  /// @throws Invalid if the schedule has no window of event time, or the range makes no sense
  public List<Run> backfill(TenantId tenant, UUID schedule, Instant from, Instant to) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return transactions.in(
        connection -> {
          var found = schedules.lock(connection, tenant, schedule).orElseThrow(NotFound::new);
          var made = new ArrayList<Run>();
          for (var run : Backfill.runs(found, from, to, now)) {
            if (runs.insert(connection, run, now)) {
              made.add(run);
              publisher.publish(connection, found, run);
            }
          }
          return made;
        });
  }

  /// Runs of a schedule before the one of this time and id, the newest first.
  public List<Run> list(TenantId tenant, UUID schedule, Instant dueAt, UUID id, int limit) {
    return transactions.in(
        connection -> {
          var _ = schedules.find(connection, tenant, schedule).orElseThrow(NotFound::new);
          return runs.list(connection, tenant, schedule, dueAt, id, limit);
        });
  }

  public Run find(TenantId tenant, UUID schedule, UUID id) {
    return transactions.in(connection -> found(connection, tenant, schedule, id));
  }

  private Run found(Connection connection, TenantId tenant, UUID schedule, UUID id)
      throws SQLException {
    var _ = schedules.find(connection, tenant, schedule).orElseThrow(NotFound::new);
    return runs.find(connection, tenant, id)
        .filter(run -> run.schedule().equals(schedule))
        .orElseThrow(NotFound::new);
  }
}
