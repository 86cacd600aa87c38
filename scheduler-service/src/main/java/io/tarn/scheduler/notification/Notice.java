package io.tarn.scheduler.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.ledger.ChangeAlert;
import io.tarn.scheduler.run.RunRecord;
import io.tarn.scheduler.schedule.Notification.When;
import io.tarn.scheduler.schedule.ScheduleState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is told to a channel.
sealed interface Notice {
  /// A run has ended.
  ///
  /// @param reasons why it is told
  /// @param schedule where the schedule stands since
  /// @param pauseReason why the schedule is paused; null unless this run has paused it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonIgnoreProperties(ignoreUnknown = true)
  record RunEnded(
      RunRecord run, List<When> reasons, ScheduleState schedule, @Nullable String pauseReason)
      implements Notice {
    public RunEnded {
      reasons = List.copyOf(reasons);
    }
  }

  /// Changes that belong together are unapproved, an emergency, or resolved.
  record ChangesJudged(ChangeAlert alert) implements Notice {}

  /// Somebody tries the channel.
  record Trial(NotificationChannel channel) implements Notice {}
}
