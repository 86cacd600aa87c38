package io.tarn.scheduler.api;

import io.tarn.scheduler.ledger.LedgerEntry;
import java.util.List;

/// What came of a decision.
///
/// @param changes the changes that it is for, as they stand; the first 500
/// @param count how many there are
public record ReviewedResponse(List<ChangeResponse> changes, int count) {
  private static final int MOST = 500;

  public ReviewedResponse {
    changes = List.copyOf(changes);
  }

  static ReviewedResponse of(List<LedgerEntry> entries) {
    return new ReviewedResponse(
        entries.stream().limit(MOST).map(ChangeResponse::of).toList(), entries.size());
  }
}
