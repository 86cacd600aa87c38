package io.tarn.ingest.intake;

import io.tarn.ingest.record.Inspection;
import io.tarn.ingest.selector.SelectorParser;
import io.tarn.ingest.selector.Selectors;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.StoreRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Admission rules of a store, fixed for one file.
///
/// @param keepsFrom the first time that the store keeps: what is older would be removed at once
record Admission(Selectors selectors, Instant keepsFrom) {
  /// A store that takes everything.
  static final Admission ALL = new Admission(Selectors.ALL, Instant.MIN);

  static Admission of(Store store, StoreRules rules, Instant now) {
    var selectors =
        rules.selectors() == null
            ? Selectors.ALL
            : SelectorParser.parse(rules.selectors(), store.category());
    var keepsFrom =
        rules
            .firstKept(LocalDate.ofInstant(now, ZoneOffset.UTC))
            .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
            .orElse(Instant.MIN);
    return new Admission(selectors, keepsFrom);
  }

  boolean isTooOld(Inspection.Event event) {
    return Instant.ofEpochMilli(event.epochMillis()).isBefore(keepsFrom);
  }

  boolean takes(Inspection.Event event) {
    return selectors.admit(event.json());
  }
}
