package io.tarn.scheduler.run;

import io.tarn.scheduler.config.SchedulerConfig;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.run.Run.Outcome;
import io.tarn.scheduler.schedule.Covered;
import io.tarn.scheduler.schedule.Schedule;
import io.tarn.scheduler.schedule.Schedule.Pause;
import io.tarn.scheduler.schedule.ScheduleRows;
import io.tarn.scheduler.schedule.WindowPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes down how runs go on, and what follows for their schedules. Whoever has lost the lease
/// writes nothing and is told so.
@ApplicationScoped
public class RunLog {
  private final Transactions transactions;
  private final ScheduleRows schedules;
  private final RunRows runs;
  private final RunPublisher publisher;
  private final SchedulerConfig config;
  private final Clock clock;

  /// Another process has the run.
  static final class LeaseLost extends RuntimeException {
    LeaseLost() {
      super("the lease on the run is lost", null, false, false);
    }
  }

  public RunLog(
      Transactions transactions,
      ScheduleRows schedules,
      RunRows runs,
      RunPublisher publisher,
      SchedulerConfig config,
      Clock clock) {
    this.transactions = transactions;
    this.schedules = schedules;
    this.runs = runs;
    this.publisher = publisher;
    this.config = config;
    this.clock = clock;
  }

  /// Begins the run with its window, which joins that of the last run that succeeded. A run whose
  /// window would be empty is skipped instead: then there is nothing to go on with.
  ///
  /// @param position up to where the tenant's stores are complete; null unless it was asked for
  Optional<Run> begin(Run run, @Nullable Long position) {
    var now = now();
    return transactions.in(
        connection -> {
          var schedule = schedules.lock(connection, run.tenant(), run.schedule()).orElse(null);
          if (schedule == null) {
            throw new LeaseLost();
          }
          var window = run.window() == null ? windowOf(run, schedule, position) : run.window();
          if (window != null && window.isEmpty()) {
            var empty = Outcome.because("empty-window");
            held(runs.finish(connection, run, RunState.SKIPPED, empty, now));
            publish(connection, schedule, run);
            return Optional.empty();
          }
          held(runs.begin(connection, run, now, window));
          publish(connection, schedule, run);
          return runs.find(connection, run.tenant(), run.id());
        });
  }

  /// Whether the window of the run, which has not begun, ends at a position.
  boolean needsPosition(Run run) {
    return transactions.in(
        connection ->
            schedules
                .find(connection, run.tenant(), run.schedule())
                .filter(schedule -> schedule.plan().window() instanceof WindowPlan.Arrival)
                .isPresent());
  }

  private static @Nullable RunWindow windowOf(Run run, Schedule schedule, @Nullable Long position) {
    var covered = schedule.progress().covered();
    return switch (schedule.plan().window()) {
      case WindowPlan.EventTime(var settling) when covered.until() != null ->
          new RunWindow.EventTime(covered.until(), run.dueAt().minus(settling));
      case WindowPlan.Arrival _ when covered.position() != null && position != null ->
          new RunWindow.Arrival(covered.position(), position);
      // The schedule has become one with a window just now: whoever looks next sees that.
      case WindowPlan.EventTime _, WindowPlan.Arrival _ -> throw new LeaseLost();
      case null -> null;
    };
  }

  void submitted(Run run, UUID execution) {
    held(transactions.in(connection -> runs.submitted(connection, run, execution)));
  }

  /// Leaves the run alone for a while.
  void wait(Run run, Duration time) {
    var next = now().plus(time);
    held(transactions.in(connection -> runs.release(connection, run, next)));
  }

  /// What the rows of the last run that succeeded were; empty where that is not known.
  Optional<byte[]> digestsOfLastSuccess(Run run) {
    return transactions.in(
        connection -> {
          var schedule = schedules.find(connection, run.tenant(), run.schedule());
          var last = schedule.map(found -> found.progress().lastSuccess());
          return last.isEmpty()
              ? Optional.empty()
              : runs.digests(connection, run.tenant(), last.get());
        });
  }

  /// The result is there, and is to be delivered from now on.
  Run conclude(
      Run run, Outcome outcome, byte @Nullable [] digests, List<DeliveryState> deliveries) {
    return transactions.in(
        connection -> {
          held(runs.conclude(connection, run, outcome, deliveries));
          if (digests != null) {
            runs.keepDigests(connection, run, digests);
          }
          var schedule = schedules.find(connection, run.tenant(), run.schedule());
          if (schedule.isPresent() && !deliveries.isEmpty()) {
            publish(connection, schedule.get(), run);
          }
          return runs.find(connection, run.tenant(), run.id()).orElseThrow(LeaseLost::new);
        });
  }

  void delivered(Run run, List<DeliveryState> deliveries) {
    held(transactions.in(connection -> runs.delivered(connection, run, deliveries)));
  }

  void succeed(Run run) {
    var isOwn = run.origin() != RunOrigin.BACKFILL;
    end(
        run,
        RunState.SUCCEEDED,
        run.outcome().with(null, null),
        schedule -> isOwn ? afterSuccess(schedule, run) : schedule);
  }

  private static Schedule afterSuccess(Schedule before, Run run) {
    var window = run.window();
    var end = window == null ? Covered.NOTHING : window.covered();
    return before.afterSuccess(run.id(), end, run.outcome().findings().alert());
  }

  /// @param state failed or timed out
  void fail(Run run, RunState state, String reason, @Nullable Map<String, Object> problem) {
    var outcome = run.outcome().with(reason, problem);
    var now = now();
    end(
        run,
        state,
        outcome,
        schedule -> run.origin() == RunOrigin.BACKFILL ? schedule : schedule.afterFailure(now));
  }

  /// Ends the run for a reason that is no failure of its schedule.
  void cancel(Run run, String reason) {
    end(run, RunState.CANCELLED, run.outcome().with(reason, null), schedule -> schedule);
  }

  /// Ends the run, and pauses its schedule until somebody takes care of it.
  void refuse(Run run, String reason, Map<String, Object> problem) {
    var pause = new Pause(reason, detailOf(problem), now());
    end(run, RunState.FAILED, Outcome.because(reason, problem), schedule -> schedule.paused(pause));
  }

  private static @Nullable String detailOf(Map<String, Object> problem) {
    return problem.get("detail") instanceof String detail ? detail : null;
  }

  /// Lets the run wait for its next attempt, or fails it where that was one too many.
  ///
  /// @param wait what the other side asks for; null if it does not say
  /// @param isNewSubmission whether another execution is needed
  void retry(
      Run run,
      String reason,
      Map<String, Object> problem,
      @Nullable Duration wait,
      boolean isNewSubmission) {
    if (run.attempts() >= config.retries()
        || (isNewSubmission && run.submission() > config.retries())) {
      fail(run, RunState.FAILED, reason, problem);
      return;
    }
    var next = now().plus(wait == null ? backOff(run.attempts()) : wait);
    var fault = Outcome.because(reason, problem);
    held(transactions.in(connection -> runs.retry(connection, run, next, isNewSubmission, fault)));
  }

  private Duration backOff(int attempts) {
    var wait = config.backOff().multipliedBy(1L << Math.min(attempts, 20));
    return wait.compareTo(config.longestBackOff()) < 0 ? wait : config.longestBackOff();
  }

  private void end(Run run, RunState state, Outcome outcome, Consequence consequence) {
    var now = now();
    transactions.run(
        connection -> {
          var schedule = schedules.lock(connection, run.tenant(), run.schedule());
          held(runs.finish(connection, run, state, outcome, now));
          if (schedule.isPresent()) {
            follow(connection, schedule.get(), consequence.of(schedule.get()), run);
          }
        });
  }

  private void follow(Connection connection, Schedule before, Schedule after, Run run)
      throws SQLException {
    var ended = runs.find(connection, run.tenant(), run.id()).orElseThrow(LeaseLost::new);
    publisher.publish(connection, before, ended);
    if (ended.state() == RunState.SUCCEEDED && ended.origin() != RunOrigin.BACKFILL) {
      runs.forgetOtherDigests(connection, ended);
    }
    if (!after.equals(before)) {
      schedules.update(connection, after);
    }
    if (!ended.output().notifications().isEmpty()) {
      var isAfterFailure = runs.isAfterFailure(connection, ended);
      publisher.ended(connection, new RunEnd(before, after, ended, isAfterFailure));
    }
  }

  private void publish(Connection connection, Schedule schedule, Run changed) throws SQLException {
    var run = runs.find(connection, changed.tenant(), changed.id());
    if (run.isPresent()) {
      publisher.publish(connection, schedule, run.get());
    }
  }

  /// What the end of a run means for its schedule.
  @FunctionalInterface
  private interface Consequence {
    Schedule of(Schedule before);
  }

  private static void held(boolean isHeld) {
    if (!isHeld) {
      throw new LeaseLost();
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
