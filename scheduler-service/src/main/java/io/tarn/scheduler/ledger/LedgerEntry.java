package io.tarn.scheduler.ledger;

import io.tarn.scheduler.ledger.change.ChangeEvent;
import io.tarn.scheduler.ledger.change.Origin;
import io.tarn.scheduler.ledger.verdict.Review;
import io.tarn.scheduler.ledger.verdict.Verdict;
import java.time.Instant;

/// A change with what is said of it.
///
/// @param groupId the earliest change of those that belong together
/// @param revision grows with each verdict, review and group
/// @param decidedAt when this revision was made
public record LedgerEntry(
    ChangeEvent event,
    String groupId,
    Origin.Finding origin,
    Verdict verdict,
    Review review,
    long revision,
    Instant decidedAt) {

  LedgerEntry in(String group) {
    return new LedgerEntry(event, group, origin, verdict, review, revision, decidedAt);
  }

  LedgerEntry with(Review other) {
    return new LedgerEntry(event, groupId, origin, verdict, other, revision, decidedAt);
  }

  /// Whether another entry says the same of the change, whenever it was made.
  boolean saysTheSame(LedgerEntry other) {
    return groupId.equals(other.groupId)
        && origin.equals(other.origin)
        && verdict.equals(other.verdict)
        && review.equals(other.review);
  }
}
