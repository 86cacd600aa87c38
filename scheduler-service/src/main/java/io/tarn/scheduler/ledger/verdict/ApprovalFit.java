package io.tarn.scheduler.ledger.verdict;

import io.tarn.scheduler.approval.Approval;
import io.tarn.scheduler.ledger.change.ChangeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How well one version of an approval fits a change.
///
/// @param scopeMisfits what of its scope stands against it, in words
/// @param windowMisfit null where the change was made within its window
/// @param distance how far the change is from its window; zero within
/// @param stateMisfit null where its state allows changes
record ApprovalFit(
    Approval version,
    List<String> scopeMisfits,
    @Nullable String windowMisfit,
    Duration distance,
    @Nullable String stateMisfit) {
  /// The best first: least misfits, then the nearest window, then names, so that all find the same.
  static final Comparator<ApprovalFit> BEST_FIRST =
      Comparator.comparingInt((ApprovalFit fit) -> fit.misfits().size())
          .thenComparing(ApprovalFit::distance)
          .thenComparing(fit -> fit.version().system())
          .thenComparing(fit -> fit.version().id())
          .thenComparing(fit -> fit.version().version(), Comparator.reverseOrder());

  static ApprovalFit of(Approval version, ChangeEvent event, Duration skew) {
    var start = version.windowStart();
    var end = version.windowEnd();
    var time = event.time();
    var distance = Duration.ZERO;
    String window = null;
    if (time.isBefore(start.minus(skew))) {
      distance = Duration.between(time, start);
      window = "its window began " + words(distance) + " after";
    } else if (!time.isBefore(end.plus(skew))) {
      distance = Duration.between(end, time);
      window = "its window ended " + words(distance) + " before";
    }
    var state = version.state().allows() ? null : "it was " + version.state().wireName();
    return new ApprovalFit(
        version, ScopeMatch.misfits(version.scope(), event), window, distance, state);
  }

  /// Whether a change was made within the window of a version. It is quick to tell, so it is asked
  /// before anything else.
  static boolean isInWindow(Approval version, Instant time, Duration skew) {
    return !time.isBefore(version.windowStart().minus(skew))
        && time.isBefore(version.windowEnd().plus(skew));
  }

  boolean isWhole() {
    return misfits().isEmpty();
  }

  /// All that stands against it, in words.
  List<String> misfits() {
    var all = new ArrayList<>(scopeMisfits);
    if (windowMisfit != null) {
      all.add(windowMisfit);
    }
    if (stateMisfit != null) {
      all.add(stateMisfit);
    }
    return all;
  }

  /// Whether this is what was in effect at that time or before.
  boolean isKnownAt(Instant time) {
    return !version.changedAt().isAfter(time);
  }

  /// The length of a time in its largest unit: `14 minutes`.
  static String words(Duration duration) {
    var seconds = Math.max(duration.toSeconds(), 1);
    if (seconds < 120) {
      return count(seconds, "second");
    }
    if (seconds < 2 * 3600) {
      return count(seconds / 60, "minute");
    }
    return seconds < 2 * 86_400 ? count(seconds / 3600, "hour") : count(seconds / 86_400, "day");
  }

  private static String count(long number, String unit) {
    return number == 1 ? "1 " + unit : number + " " + unit + "s";
  }
}
