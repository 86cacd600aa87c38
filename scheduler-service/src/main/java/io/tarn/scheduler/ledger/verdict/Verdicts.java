package io.tarn.scheduler.ledger.verdict;

import io.tarn.scheduler.approval.Approval;
import io.tarn.scheduler.approval.ApprovalHistory;
import io.tarn.scheduler.ledger.change.ChangeEvent;
import io.tarn.scheduler.ledger.change.Origin;
import io.tarn.scheduler.ledger.change.OriginRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Judges changes. The first line that applies decides:
///
/// | verdict | when |
/// | --- | --- |
/// | approved-late | a reviewer attached an approval |
/// | exempt | an exclusion covers the change |
/// | automated | an automation covers the change, or a service of AWS made it |
/// | approved | the version in effect at the time of the change allows it |
/// | emergency | the same, and the approval is for emergencies |
/// | approved-late | a version that came after the change allows it; for emergencies: emergency |
/// | pending | the waiting time from the change on is not over |
/// | unapproved | it is over |
///
/// The version in effect is the one with the newest `changedAt` up to the time of the change. To
/// allow it, its state, window and scope have to fit. That an approval is cancelled or rejected
/// later takes nothing away. What a service does in somebody's name, or CloudFormation to carry out
/// a
/// stack, follows from a call that is judged by itself. What reviewers accept or call a violation
/// changes no verdict.
public final class Verdicts {
  /// How far from a change the window of an approval may be that is named as the nearest.
  public static final Duration NEARBY = Duration.ofDays(2);

  private static final int MOST_MISFITS = 2;
  private static final Comparator<Approval> IN_EFFECT =
      Comparator.comparing(Approval::changedAt).thenComparingLong(Approval::version);
  private static final Comparator<ApprovalFit> DECIDING =
      Comparator.comparingInt((ApprovalFit fit) -> fit.version().isEmergency() ? 1 : 0)
          .thenComparing(fit -> fit.version().changedAt())
          .thenComparing(fit -> fit.version().system())
          .thenComparing(fit -> fit.version().id())
          .thenComparingLong(fit -> fit.version().version());
  private static final Comparator<ChangeRule> FIRST_RULE =
      Comparator.comparing(ChangeRule::kind).thenComparing(ChangeRule::id);

  private Verdicts() {}

  /// What is to be said of a change at that time.
  public static Verdict judge(
      ChangeEvent event, Evidence evidence, Review review, JudgingSettings settings, Instant now) {
    if (review.state() == Review.State.ATTACHED) {
      return attached(review);
    }
    var rule = evidence.rules().stream().filter(r -> r.covers(event)).min(FIRST_RULE);
    if (rule.isPresent()) {
      return Verdict.by(rule.get());
    }
    return byService(event)
        .or(() -> inTime(event, evidence, settings))
        .or(() -> late(event, evidence, settings))
        .orElseGet(() -> without(event, evidence, settings, now));
  }

  private static Optional<Verdict> byService(ChangeEvent event) {
    var how = OriginRules.find(event, List.of());
    var isService = how.origin() == Origin.SERVICE;
    var isCarriedOut =
        how.origin() == Origin.INFRASTRUCTURE_AS_CODE && event.caller().invokedBy() != null;
    return isService || isCarriedOut
        ? Optional.of(Verdict.of(VerdictKind.AUTOMATED, "a service made it: " + how.reason()))
        : Optional.empty();
  }

  private static Verdict attached(Review review) {
    var id = review.approvalId() == null ? "an approval" : review.approvalId();
    return new Verdict(
        VerdictKind.APPROVED_LATE,
        review.reviewer() + " attached " + id + ": " + review.reason(),
        review.approvalSystem(),
        review.approvalId(),
        null,
        null,
        null,
        null);
  }

  private static Optional<Verdict> inTime(
      ChangeEvent event, Evidence evidence, JudgingSettings settings) {
    return evidence.approvals().stream()
        .flatMap(history -> inEffect(history, event.time()).stream())
        .filter(version -> ApprovalFit.isInWindow(version, event.time(), settings.clockSkew()))
        .map(version -> ApprovalFit.of(version, event, settings.clockSkew()))
        .filter(ApprovalFit::isWhole)
        .min(DECIDING)
        .map(
            fit ->
                fit.version().isEmergency()
                    ? by(VerdictKind.EMERGENCY, fit, " covers it as an emergency")
                    : by(VerdictKind.APPROVED, fit, " covers it"));
  }

  private static Optional<Approval> inEffect(ApprovalHistory history, Instant time) {
    return history.versions().stream()
        .filter(version -> !version.changedAt().isAfter(time))
        .max(IN_EFFECT);
  }

  private static Optional<Verdict> late(
      ChangeEvent event, Evidence evidence, JudgingSettings settings) {
    return fits(event, evidence, settings)
        .filter(fit -> !fit.isKnownAt(event.time()) && fit.isWhole())
        .min(DECIDING)
        .map(
            fit -> {
              var after =
                  ApprovalFit.words(Duration.between(event.time(), fit.version().changedAt()));
              return fit.version().isEmergency()
                  ? by(VerdictKind.EMERGENCY, fit, " tells of an emergency, " + after + " after it")
                  : by(VerdictKind.APPROVED_LATE, fit, " covers it, " + after + " after it");
            });
  }

  private static Verdict by(VerdictKind kind, ApprovalFit fit, String words) {
    var version = fit.version();
    return Verdict.by(kind, version.id() + words, version.system(), version.id());
  }

  private static Stream<ApprovalFit> fits(
      ChangeEvent event, Evidence evidence, JudgingSettings settings) {
    return evidence.approvals().stream()
        .flatMap(history -> history.versions().stream())
        .filter(version -> ApprovalFit.isInWindow(version, event.time(), settings.clockSkew()))
        .map(version -> ApprovalFit.of(version, event, settings.clockSkew()));
  }

  private static Verdict without(
      ChangeEvent event, Evidence evidence, JudgingSettings settings, Instant now) {
    var due = event.time().plus(settings.waitingTime());
    var isPending = now.isBefore(due);
    var nearest = nearest(event, evidence, settings);
    var waiting = ApprovalFit.words(settings.waitingTime());
    return new Verdict(
        isPending ? VerdictKind.PENDING : VerdictKind.UNAPPROVED,
        isPending
            ? "no approval covers it yet; one is waited for until " + due
            : settings.waitingTime().isZero()
                ? "no approval covers it"
                : "no approval covers it, and none came within " + waiting,
        null,
        null,
        null,
        nearest == null ? null : nearest.version().system() + "/" + nearest.version().id(),
        nearest == null ? null : nearestReason(nearest),
        isPending ? due : null);
  }

  private static @Nullable ApprovalFit nearest(
      ChangeEvent event, Evidence evidence, JudgingSettings settings) {
    return evidence.approvals().stream()
        .flatMap(history -> nearestVersion(history, event, settings).stream())
        .min(ApprovalFit.BEST_FIRST)
        .orElse(null);
  }

  private static Optional<ApprovalFit> nearestVersion(
      ApprovalHistory history, ChangeEvent event, JudgingSettings settings) {
    return history.versions().stream()
        .filter(version -> ApprovalFit.isInWindow(version, event.time(), NEARBY))
        .map(version -> ApprovalFit.of(version, event, settings.clockSkew()))
        .filter(fit -> !fit.isWhole() && fit.misfits().size() <= MOST_MISFITS)
        .filter(fit -> fit.distance().compareTo(NEARBY) <= 0)
        .min(ApprovalFit.BEST_FIRST);
  }

  private static String nearestReason(ApprovalFit fit) {
    var scopeFits = fit.scopeMisfits().isEmpty() ? " fits but " : " nearly fits, but ";
    return fit.version().id() + scopeFits + String.join(", and ", fit.misfits());
  }

  /// A span of event time, both ends inclusive.
  public record Span(Instant start, Instant end) {
    private Span widened(Duration reach) {
      return new Span(start.minus(reach), end.plus(reach));
    }
  }

  /// When changes were made that any version of an approval can cover.
  public static Span covered(ApprovalHistory history) {
    var versions = history.versions();
    var start =
        versions.stream().map(Approval::windowStart).min(Comparator.naturalOrder()).orElseThrow();
    var end =
        versions.stream().map(Approval::windowEnd).max(Comparator.naturalOrder()).orElseThrow();
    return new Span(start, end).widened(JudgingSettings.LONGEST_SKEW);
  }

  /// When changes were made of which any version of an approval can be the nearest.
  public static Span near(ApprovalHistory history) {
    return covered(history).widened(NEARBY);
  }
}
