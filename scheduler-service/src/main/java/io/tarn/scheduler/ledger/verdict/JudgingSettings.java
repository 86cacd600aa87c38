package io.tarn.scheduler.ledger.verdict;

import java.time.Duration;

/// How a tenant's changes are judged.
///
/// @param waitingTime how long an approval is waited for before a change is unapproved
/// @param clockSkew how far windows of approvals reach beyond their ends
public record JudgingSettings(Duration waitingTime, Duration clockSkew) {
  /// The longest skew that can be set.
  public static final Duration LONGEST_SKEW = Duration.ofMinutes(5);
}
