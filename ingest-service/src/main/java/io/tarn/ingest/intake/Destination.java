package io.tarn.ingest.intake;

import io.tarn.common.schema.EventCategory;
import io.tarn.ingest.record.Inspection;
import io.tarn.ingest.storage.Store;
import java.util.Map;
import java.util.Optional;

/// Where the events of an upload go.
sealed interface Destination {
  /// The store of an event; empty where the tenant has none for it.
  Optional<Store> storeOf(Inspection.Event event);

  /// The one store, where the sender named it.
  Optional<Store> named();

  /// All into one store.
  record Named(Store store) implements Destination {
    @Override
    public Optional<Store> storeOf(Inspection.Event event) {
      return named();
    }

    @Override
    public Optional<Store> named() {
      return Optional.of(store);
    }
  }

  /// Each into the tenant's store of its kind.
  record ByKind(Map<EventCategory, Store> stores) implements Destination {
    public ByKind {
      stores = Map.copyOf(stores);
    }

    @Override
    public Optional<Store> storeOf(Inspection.Event event) {
      return Optional.ofNullable(stores.get(event.category()));
    }

    @Override
    public Optional<Store> named() {
      return Optional.empty();
    }
  }
}
