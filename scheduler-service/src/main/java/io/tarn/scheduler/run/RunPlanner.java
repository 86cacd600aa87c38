package io.tarn.scheduler.run;

import io.tarn.common.id.Ids;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.run.Run.Outcome;
import io.tarn.scheduler.schedule.OverlapPolicy;
import io.tarn.scheduler.schedule.Schedule;
import io.tarn.scheduler.schedule.ScheduleRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes the runs of schedules that are due: one for each time, whoever else does the same. The
/// runs and the time to go on from are one transaction under a lock on the schedule.
@ApplicationScoped
public class RunPlanner {
  /// How many runs of a schedule are made in one transaction.
  private static final int MOST_AT_ONCE = 100;

  private final Transactions transactions;
  private final ScheduleRows schedules;
  private final RunRows runs;
  private final RunPublisher publisher;
  private final Clock clock;

  public RunPlanner(
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

  /// Makes the runs of one schedule that is due; false if none is.
  public boolean planOne() {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return transactions.in(
        connection -> {
          var due = schedules.lockDue(connection, now);
          if (due.isPresent()) {
            plan(connection, due.get(), now);
          }
          return due.isPresent();
        });
  }

  private void plan(Connection connection, Schedule schedule, Instant now) throws SQLException {
    var next = afterMissed(connection, schedule, now);
    var live = runs.live(connection, schedule.tenant(), schedule.id());
    for (int made = 0; next != null && !next.isAfter(now) && made < MOST_AT_ONCE; made++) {
      var isAdmitted = schedule.plan().policies().overlap().admits(live);
      add(connection, schedule, next, isAdmitted, now);
      live += isAdmitted ? 1 : 0;
      next = schedule.plan().spec().next(next).orElse(null);
    }
    schedules.update(connection, schedule.goingOnAt(next));
  }

  /// The first due time that is not too long ago. One skipped run stands for all before it.
  private @Nullable Instant afterMissed(Connection connection, Schedule schedule, Instant now)
      throws SQLException {
    var due = schedule.progress().nextDueAt();
    var earliest = now.minus(schedule.plan().policies().catchUpWindow());
    if (due == null || !due.isBefore(earliest)) {
      return due;
    }
    var run =
        run(schedule, RunOrigin.SCHEDULE, due, earliest, RunState.SKIPPED, "too-long-ago", now);
    insert(connection, schedule, run, now);
    return schedule.plan().spec().next(earliest.minusNanos(1)).orElse(null);
  }

  private void add(
      Connection connection, Schedule schedule, Instant due, boolean isAdmitted, Instant now)
      throws SQLException {
    var run =
        isAdmitted
            ? run(schedule, RunOrigin.SCHEDULE, due, null, RunState.SCHEDULED, null, now)
            : run(schedule, RunOrigin.SCHEDULE, due, null, RunState.SKIPPED, "overlap", now);
    var delay = schedule.plan().spec().delay(schedule.id().getLeastSignificantBits(), due);
    insert(connection, schedule, run, due.plus(delay));
  }

  private void insert(Connection connection, Schedule schedule, Run run, Instant nextStepAt)
      throws SQLException {
    if (runs.insert(connection, run, nextStepAt)) {
      publisher.publish(connection, schedule, run);
    }
  }

  /// A new run of a schedule, as the schedule is now.
  static Run run(
      Schedule schedule,
      RunOrigin origin,
      Instant due,
      @Nullable Instant missedUntil,
      RunState state,
      @Nullable String reason,
      Instant now) {
    UUID id = Ids.uuidAt(now.toEpochMilli());
    return new Run(
        schedule.tenant(),
        id,
        schedule.id(),
        origin,
        due,
        missedUntil,
        schedule.plan().query(),
        schedule.plan().output(),
        schedule.plan().policies().overlap() == OverlapPolicy.ALLOW_ALL,
        schedule.owner(),
        state,
        reason == null ? Outcome.NONE : Outcome.because(reason),
        null,
        0,
        1,
        null,
        List.of(),
        false,
        0,
        now,
        null,
        state.isEnd() ? now : null);
  }
}
