package io.tarn.scheduler.ledger.report;

import io.tarn.scheduler.ledger.verdict.VerdictKind;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a ledger says of a month of event time (UTC), as it stood at one moment.
///
/// @param isFinal whether the month and the waiting time after it are over, and nothing is pending
/// @param writtenAt the moment
/// @param groups how many pieces of work the changes are: groups of those that belong together
/// @param verdicts all there are, in their order
/// @param standing of all changes
/// @param people by whoever made them
/// @param roles by the role that was assumed, which stands for a team: neither events nor approvals
///     name one
/// @param services by the event source without its ending
/// @param accounts by the account that they are about
/// @param approving from request to approval, for each approval that decided
/// @param lateness from change to approval, for each change that was approved late
/// @param violations changes that reviewers called violations
/// @param open unapproved changes that nobody has reviewed
public record MonthReport(
    YearMonth month,
    boolean isFinal,
    Instant writtenAt,
    long groups,
    List<VerdictCount> verdicts,
    Standing standing,
    Names people,
    Names roles,
    Names services,
    Names accounts,
    Times approving,
    Times lateness,
    Listing violations,
    Listing open) {
  public MonthReport {
    verdicts = List.copyOf(verdicts);
  }

  /// Changes with one verdict.
  ///
  /// @param groups of which they are; a group may have changes with other verdicts too
  public record VerdictCount(VerdictKind verdict, long changes, long groups) {}

  /// Changes by name.
  ///
  /// @param total how many names there are
  /// @param first those with most changes
  public record Names(long total, List<Standing> first) {
    public Names {
      first = List.copyOf(first);
    }
  }

  /// How long something took, in whole seconds.
  ///
  /// @param total how many there are
  /// @param measured of how many it is known how long they took
  /// @param median the time that half of them took at most; null where none is known
  /// @param ninetieth the time that nine of ten took at most; null where none is known
  /// @param longest null where none is known
  public record Times(
      long total,
      long measured,
      @Nullable Duration median,
      @Nullable Duration ninetieth,
      @Nullable Duration longest) {}

  /// Changes one by one.
  ///
  /// @param total how many there are
  /// @param first the earliest
  public record Listing(long total, List<ListedChange> first) {
    public Listing {
      first = List.copyOf(first);
    }
  }

  /// A change in a report.
  ///
  /// @param accountId null where the event does not say
  /// @param reviewer null where nobody has reviewed it
  /// @param reviewReason null where nobody has reviewed it
  /// @param reviewedAt null where nobody has reviewed it
  public record ListedChange(
      String changeId,
      Instant eventTime,
      String who,
      @Nullable String accountId,
      String service,
      String eventName,
      VerdictKind verdict,
      @Nullable String reviewer,
      @Nullable String reviewReason,
      @Nullable Instant reviewedAt) {}

  /// What the report is called by its state: `final` or `provisional`.
  public String state() {
    return isFinal ? "final" : "provisional";
  }
}
