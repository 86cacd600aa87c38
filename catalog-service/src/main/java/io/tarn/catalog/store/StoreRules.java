package io.tarn.catalog.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a store takes in, and how long it keeps it.
///
/// @param selectors advanced event selectors in Lake's JSON form; null takes everything
/// @param retentionDays days of event time; null keeps events without end
public record StoreRules(@Nullable String selectors, @Nullable Integer retentionDays) {
  /// Takes everything, and keeps it without end.
  public static final StoreRules NONE = new StoreRules(null, null);

  /// Whether events may go under these rules that would stay under the others.
  boolean keepsLessThan(StoreRules others) {
    var days = retentionDays;
    var other = others.retentionDays;
    return days != null && (other == null || days < other);
  }

  boolean keepsAsLongAs(StoreRules others) {
    return Objects.equals(retentionDays, others.retentionDays);
  }
}
