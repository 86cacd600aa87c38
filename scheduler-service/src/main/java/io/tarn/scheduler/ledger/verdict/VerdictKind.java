package io.tarn.scheduler.ledger.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// What is said of a change.
public enum VerdictKind {
  /// No approval yet; one may still come.
  PENDING("pending"),
  APPROVED("approved"),
  /// Approved after it was made.
  APPROVED_LATE("approved-late"),
  /// Covered by an approval for emergencies: to be reviewed.
  EMERGENCY("emergency"),
  /// Made by a known pipeline or service.
  AUTOMATED("automated"),
  /// Covered by an exclusion.
  EXEMPT("exempt"),
  UNAPPROVED("unapproved");

  private final String wireName;

  VerdictKind(String wireName) {
    this.wireName = wireName;
  }

  /// The name in answers, records and the database.
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /// Whether somebody has to look at it.
  public boolean isForReview() {
    return this == UNAPPROVED || this == EMERGENCY;
  }

  /// @throws java.util.NoSuchElementException if there is no such verdict
  public static VerdictKind of(String wireName) {
    return Arrays.stream(values())
        .filter(known -> known.wireName.equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
