package io.tarn.scheduler.ledger;

import io.tarn.scheduler.ledger.ChangeAlert.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How changes that belong together stand, and whether that is news for channels.
///
/// @param head the change that stands for all
/// @param changes how many there are
/// @param unapproved how many are unapproved and not accepted
/// @param emergencies how many are emergencies and not accepted
/// @param pending how many wait for an approval
/// @param first when the earliest was made
/// @param last when the latest was made
/// @param lastOpen when the latest was made that is unapproved or an emergency and not accepted;
///     null where there is none
/// @param told what channels were told last; null where they were told nothing
record GroupStanding(
    String groupId,
    String head,
    long changes,
    long unapproved,
    long emergencies,
    long pending,
    Instant first,
    Instant last,
    @Nullable Instant lastOpen,
    @Nullable State told) {
  /// What is older when it is judged, as in a backfill, is in the ledger only: nobody is told.
  static final Duration NEWS = Duration.ofHours(24);

  /// What channels are to be told; empty where they know it or where it is no news.
  ///
  /// @param waitingTime how long an approval is waited for, by which news come later
  Optional<State> news(Duration waitingTime, Instant now) {
    if (unapproved + emergencies > 0) {
      var open = unapproved > 0 ? State.UNAPPROVED : State.EMERGENCY;
      var isKnown = told == open;
      return isKnown || (told == null && !isRecent(lastOpen, waitingTime, now))
          ? Optional.empty()
          : Optional.of(open);
    }
    var wasOpen = told == State.UNAPPROVED || told == State.EMERGENCY;
    return wasOpen && pending == 0 ? Optional.of(State.RESOLVED) : Optional.empty();
  }

  /// Whether what was made then can still be news.
  static boolean isRecent(@Nullable Instant made, Duration waitingTime, Instant now) {
    return made != null && made.plus(waitingTime).plus(NEWS).isAfter(now);
  }

  ChangeAlert alert(State state, ChangeVerdictRecord change) {
    return new ChangeAlert(state, change, changes, unapproved + emergencies, first, last);
  }
}
