package io.tarn.scheduler.ledger.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// How the changes of a month stand, all of them or those of one name.
///
/// @param name of the person, role, service or account; null for all, and for those without one
/// @param approved approved before they were made
/// @param late approved afterwards
/// @param emergency covered by an approval for emergencies
/// @param unapproved covered by no approval
/// @param pending those for which an approval may still come
/// @param automated made by a known pipeline or service
/// @param exempt covered by an exclusion
public record Standing(
    @Nullable String name,
    long approved,
    long late,
    long emergency,
    long unapproved,
    long pending,
    long automated,
    long exempt) {
  private static final int DIGITS = 4;

  /// All changes.
  public long changes() {
    return needed() + pending + automated + exempt;
  }

  /// Changes that need an approval and of which is decided whether they have one.
  public long needed() {
    return covered() + unapproved;
  }

  private long covered() {
    return approved + late + emergency;
  }

  /// The part of those that need an approval that has one, in time, late or as an emergency: from 0
  /// to 1 with four digits, and never more than it is. Null where none needs one.
  public @Nullable BigDecimal share() {
    return needed() == 0
        ? null
        : BigDecimal.valueOf(covered())
            .divide(BigDecimal.valueOf(needed()), DIGITS, RoundingMode.DOWN);
  }
}
