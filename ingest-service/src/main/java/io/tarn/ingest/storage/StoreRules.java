package io.tarn.ingest.storage;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Selectors and retention of a store, as provisioned.
///
/// @param selectors advanced event selectors as JSON; null takes all events
/// @param retentionDays days of event time; null keeps events without end
public record StoreRules(@Nullable String selectors, @Nullable Integer retentionDays) {
  /// Takes everything and keeps it without end.
  public static final StoreRules NONE = new StoreRules(null, null);

  /// The first day of event time within the retention; empty without one.
  public Optional<LocalDate> firstKept(LocalDate today) {
    return Optional.ofNullable(retentionDays).map(days -> firstKept(days, today));
  }

  /// The first day that is kept where so many whole days (UTC) are; what was before it goes.
  public static LocalDate firstKept(int days, LocalDate today) {
    return today.minusDays(days);
  }
}
