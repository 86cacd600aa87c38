package io.tarn.catalog.store;

/// What became of a change of a store's rules.
public sealed interface RulesOutcome {
  /// The rules hold.
  record Changed(EventDataStore store) implements RulesOutcome {}

  /// Nothing was changed: it would remove events, and must be confirmed.
  record ToConfirm(RetentionPreview preview) implements RulesOutcome {}
}
