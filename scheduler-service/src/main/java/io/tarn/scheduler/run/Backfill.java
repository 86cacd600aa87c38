package io.tarn.scheduler.run;

import io.tarn.scheduler.schedule.Schedule;
import io.tarn.scheduler.schedule.ScheduleException.Invalid;
import io.tarn.scheduler.schedule.WindowPlan;
import io.tarn.service.problem.ProblemException.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The runs that a schedule would have made in a range of time.
final class Backfill {
  /// How many runs one request makes at most.
  static final int MOST = 1_000;

  private Backfill() {}

  static List<Run> runs(Schedule schedule, Instant from, Instant to, Instant now) {
    if (!(schedule.plan().window() instanceof WindowPlan.EventTime(var settling))) {
      throw invalid("schedule", "has no window of event time, so there is nothing to make up for");
    }
    if (!from.isBefore(to)) {
      throw invalid("to", "must be later than from");
    }
    if (to.isAfter(now)) {
      throw invalid("to", "must not be later than now");
    }
    var runs = new ArrayList<Run>();
    var begin = from;
    var times = schedule.plan().spec().always().timesAfter(from.plus(settling)).iterator();
    while (times.hasNext()) {
      var due = times.next();
      if (due.isAfter(to)) {
        break;
      }
      if (runs.size() == MOST) {
        throw invalid("to", "must be earlier: a backfill makes at most " + MOST + " runs");
      }
      var end = due.minus(settling);
      runs.add(run(schedule, due, new RunWindow.EventTime(begin, end), now));
      begin = end;
    }
    if (runs.isEmpty()) {
      throw invalid("to", "must be later: the schedule has no time between the two");
    }
    return runs;
  }

  private static Run run(Schedule schedule, Instant due, RunWindow window, Instant now) {
    return RunPlanner.run(schedule, RunOrigin.BACKFILL, due, null, RunState.SCHEDULED, null, now)
        .in(window);
  }

  private static Invalid invalid(String field, String reason) {
    return new Invalid(List.of(new Violation(field, reason)));
  }
}
