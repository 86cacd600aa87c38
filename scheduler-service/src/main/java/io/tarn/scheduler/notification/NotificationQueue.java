package io.tarn.scheduler.notification;

import io.tarn.common.id.Ids;
import io.tarn.scheduler.notification.Notice.RunEnded;
import io.tarn.scheduler.run.RunEnd;
import io.tarn.scheduler.run.RunEnds;
import io.tarn.scheduler.run.RunOrigin;
import io.tarn.scheduler.run.RunRecord;
import io.tarn.scheduler.run.RunState;
import io.tarn.scheduler.schedule.AlertState;
import io.tarn.scheduler.schedule.Notification.When;
import io.tarn.scheduler.schedule.ScheduleState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Queues what is to be told of the end of a run, once for each channel, in the transaction that
/// ends the run.
@ApplicationScoped
class NotificationQueue implements RunEnds {
  private final NotificationRows rows;
  private final Clock clock;

  NotificationQueue(NotificationRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public void ended(Connection connection, RunEnd end) throws SQLException {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (var told : reasonsByChannel(end).entrySet()) {
      var notice =
          new RunEnded(
              RunRecord.of(end.before(), end.run()),
              told.getValue(),
              end.after().state(),
              pauseReason(end));
      rows.queue(connection, Ids.uuidAt(now.toEpochMilli()), told.getKey(), notice, now);
    }
  }

  private static Map<UUID, List<When>> reasonsByChannel(RunEnd end) {
    var reasons = new LinkedHashMap<UUID, List<When>>();
    for (var notification : end.run().output().notifications()) {
      if (isMet(notification.when(), end)) {
        reasons
            .computeIfAbsent(notification.channel(), _ -> new ArrayList<>())
            .add(notification.when());
      }
    }
    return reasons;
  }

  private static @Nullable String pauseReason(RunEnd end) {
    var pause = end.after().pause();
    return pause == null || !hasPaused(end) ? null : pause.reason();
  }

  private static boolean hasPaused(RunEnd end) {
    return end.before().state() != ScheduleState.PAUSED
        && end.after().state() == ScheduleState.PAUSED;
  }

  /// What the rows of a result say is told even where the result could not be delivered.
  static boolean isMet(When when, RunEnd end) {
    var run = end.run();
    var rows = run.outcome().rows();
    var hasResult = rows != null && run.state() != RunState.CANCELLED;
    var findings = run.outcome().findings();
    return switch (when) {
      case ALWAYS -> true;
      case CHANGED -> hasResult && findings.isChanged();
      case ROWS -> hasResult && rows != null && rows > 0;
      case FIRING -> hasResult && findings.alert() == AlertState.FIRING;
      case FAILED ->
          run.state() == RunState.FAILED || run.state() == RunState.TIMED_OUT || hasPaused(end);
      case RECOVERED -> hasRecovered(end);
    };
  }

  private static boolean hasRecovered(RunEnd end) {
    var isOwn = end.run().origin() != RunOrigin.BACKFILL;
    if (!isOwn || end.run().state() != RunState.SUCCEEDED) {
      return false;
    }
    var isQuiet =
        end.before().progress().alert() == AlertState.FIRING
            && end.run().outcome().findings().alert() == AlertState.OK;
    return isQuiet || end.isAfterFailure();
  }
}
