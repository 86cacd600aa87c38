package io.tarn.scheduler.ledger.verdict;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said of a change and why.
///
/// @param reason in words
/// @param approvalSystem the system of the approval that decided; null where none did
/// @param approvalId the approval that decided; null where none did
/// @param ruleId the exclusion or automation that decided; null where none did
/// @param nearestApproval the approval that nearly fits, `servicenow/CHG0031`; null for none
/// @param nearestReason what it lacks, in words; null for none
/// @param dueAt when a pending verdict becomes unapproved; null for others
public record Verdict(
    VerdictKind kind,
    String reason,
    @Nullable String approvalSystem,
    @Nullable String approvalId,
    @Nullable UUID ruleId,
    @Nullable String nearestApproval,
    @Nullable String nearestReason,
    @Nullable Instant dueAt) {

  static Verdict of(VerdictKind kind, String reason) {
    return new Verdict(kind, reason, null, null, null, null, null, null);
  }

  static Verdict by(ChangeRule rule) {
    var kind =
        switch (rule.kind()) {
          case EXCLUSION -> VerdictKind.EXEMPT;
          case AUTOMATION -> VerdictKind.AUTOMATED;
        };
    var reason = rule.kind().wireName() + " \"" + rule.name() + "\": " + rule.reason();
    return new Verdict(kind, reason, null, null, rule.id(), null, null, null);
  }

  static Verdict by(VerdictKind kind, String reason, String system, String id) {
    return new Verdict(kind, reason, system, id, null, null, null, null);
  }
}
