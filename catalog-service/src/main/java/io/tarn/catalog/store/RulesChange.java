package io.tarn.catalog.store;

import org.jspecify.annotations.Nullable;

/// What is to be changed of a store's rules; what is null here stays.
///
/// @param confirm the token of a preview
public record RulesChange(
    @Nullable NewSelectors selectors, @Nullable NewRetention retention, @Nullable String confirm) {

  /// @param json null takes everything from now on
  public record NewSelectors(@Nullable String json) {}

  /// @param days null keeps events without end from now on
  public record NewRetention(@Nullable Integer days) {}

  /// The rules after the change.
  StoreRules of(StoreRules before) {
    return new StoreRules(
        selectors == null ? before.selectors() : selectors.json(),
        retention == null ? before.retentionDays() : retention.days());
  }
}
