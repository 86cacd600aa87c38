package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.ledger.report.MonthReport;
import io.tarn.scheduler.ledger.report.MonthReport.ListedChange;
import io.tarn.scheduler.ledger.report.MonthReport.Listing;
import io.tarn.scheduler.ledger.report.MonthReport.Names;
import io.tarn.scheduler.ledger.report.MonthReport.Times;
import io.tarn.scheduler.ledger.report.MonthReport.VerdictCount;
import io.tarn.scheduler.ledger.report.Standing;
import io.tarn.scheduler.ledger.verdict.VerdictKind;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The report of a month of changes, as the ledger stood at one moment.
///
/// @param month the month of event time (UTC): 2026-05
/// @param state final once the month and the waiting time after it are over and nothing is pending;
///     provisional before
/// @param writtenAt the moment
/// @param groups how many pieces of work the changes are: groups of those that belong together
/// @param verdicts changes by verdict, all verdicts there are
/// @param standing all changes
/// @param people by whoever made them, the 100 with most changes
/// @param roles by the role that was assumed, which stands for the team, the 100 with most changes
/// @param services by service, the 100 with most changes
/// @param accounts by the account that they are about, the 100 with most changes
/// @param requestToApproval from request to approval, for each approval that decided
/// @param changeToLateApproval from change to approval, for each change that was approved late
/// @param violations changes that reviewers called violations, the 100 earliest
/// @param open unapproved changes that nobody has reviewed, the 100 earliest
public record ChangeReportResponse(
    String month,
    @Pattern(regexp = "provisional|final") String state,
    Instant writtenAt,
    long groups,
    List<ReportedVerdict> verdicts,
    ReportedStanding standing,
    ReportedNames people,
    ReportedNames roles,
    ReportedNames services,
    ReportedNames accounts,
    ReportedTimes requestToApproval,
    ReportedTimes changeToLateApproval,
    ReportedChanges violations,
    ReportedChanges open) {
  public ChangeReportResponse {
    verdicts = List.copyOf(verdicts);
  }

  /// Changes with one verdict.
  ///
  /// @param verdict what is said of them
  /// @param changes how many there are
  /// @param groups to how many pieces of work they belong
  public record ReportedVerdict(VerdictKind verdict, long changes, long groups) {
    static ReportedVerdict of(VerdictCount count) {
      return new ReportedVerdict(count.verdict(), count.changes(), count.groups());
    }
  }

  /// How changes stand, all of them or those of one name.
  ///
  /// @param name of the person, role, service or account; absent for all, and for changes without
  ///     one
  /// @param changes how many there are
  /// @param needed how many need an approval and are decided: not automated, exempt or pending
  /// @param approved approved before they were made
  /// @param approvedLate approved afterwards
  /// @param emergency covered by an approval for emergencies
  /// @param unapproved covered by no approval
  /// @param pending those for which an approval may still come
  /// @param automated made by a known pipeline or service
  /// @param exempt covered by an exclusion
  /// @param share approved, approved late and emergency divided by needed: from 0 to 1 with four
  ///     digits, rounded down; absent where none is needed
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReportedStanding(
      @Nullable String name,
      long changes,
      long needed,
      long approved,
      long approvedLate,
      long emergency,
      long unapproved,
      long pending,
      long automated,
      long exempt,
      @Nullable BigDecimal share) {
    static ReportedStanding of(Standing standing) {
      return new ReportedStanding(
          standing.name(),
          standing.changes(),
          standing.needed(),
          standing.approved(),
          standing.late(),
          standing.emergency(),
          standing.unapproved(),
          standing.pending(),
          standing.automated(),
          standing.exempt(),
          standing.share());
    }
  }

  /// Changes by name.
  ///
  /// @param total how many names there are, of which the items may be a part
  /// @param items those with most changes
  public record ReportedNames(long total, List<ReportedStanding> items) {
    static ReportedNames of(Names names) {
      return new ReportedNames(
          names.total(), names.first().stream().map(ReportedStanding::of).toList());
    }
  }

  /// How long something took, as ISO 8601 durations of whole seconds.
  ///
  /// @param total how many there are
  /// @param measured of how many it is known how long they took
  /// @param median the time that half of them took at most; absent where none is known
  /// @param p90 the time that nine of ten took at most; absent where none is known
  /// @param longest the longest time; absent where none is known
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReportedTimes(
      long total,
      long measured,
      @Nullable Duration median,
      @Nullable Duration p90,
      @Nullable Duration longest) {
    static ReportedTimes of(Times times) {
      return new ReportedTimes(
          times.total(), times.measured(), times.median(), times.ninetieth(), times.longest());
    }
  }

  /// Changes one by one.
  ///
  /// @param total how many there are, of which the items may be a part
  /// @param items the earliest
  public record ReportedChanges(long total, List<ReportedChange> items) {
    static ReportedChanges of(Listing listing) {
      return new ReportedChanges(
          listing.total(), listing.first().stream().map(ReportedChange::of).toList());
    }
  }

  /// A change in a report.
  ///
  /// @param id names the change for good
  /// @param eventTime when it was made
  /// @param who who made it, in a word for people
  /// @param accountId whose account it is about; absent where the event does not say
  /// @param service the service: ec2
  /// @param eventName what was called
  /// @param verdict what is said of it
  /// @param reviewer who called it a violation; absent where nobody has reviewed it
  /// @param reviewReason why; absent where nobody has reviewed it
  /// @param reviewedAt when; absent where nobody has reviewed it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReportedChange(
      String id,
      Instant eventTime,
      String who,
      @Nullable String accountId,
      String service,
      String eventName,
      VerdictKind verdict,
      @Nullable String reviewer,
      @Nullable String reviewReason,
      @Nullable Instant reviewedAt) {
    static ReportedChange of(ListedChange change) {
      return new ReportedChange(
          change.changeId(),
          change.eventTime(),
          change.who(),
          change.accountId(),
          change.service(),
          change.eventName(),
          change.verdict(),
          change.reviewer(),
          change.reviewReason(),
          change.reviewedAt());
    }
  }

  static ChangeReportResponse of(MonthReport report) {
    return new ChangeReportResponse(
        report.month().toString(),
        report.state(),
        report.writtenAt(),
        report.groups(),
        report.verdicts().stream().map(ReportedVerdict::of).toList(),
        ReportedStanding.of(report.standing()),
        ReportedNames.of(report.people()),
        ReportedNames.of(report.roles()),
        ReportedNames.of(report.services()),
        ReportedNames.of(report.accounts()),
        ReportedTimes.of(report.approving()),
        ReportedTimes.of(report.lateness()),
        ReportedChanges.of(report.violations()),
        ReportedChanges.of(report.open()));
  }
}
