package io.tarn.ingest.intake;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.StorageException;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.StoreRules;
import io.tarn.ingest.storage.Stores;
import io.tarn.ingest.storage.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Stores that a tenant's events may go to, with their admission rules.
@ApplicationScoped
class Destinations {
  private final Stores stores;

  Destinations(Stores stores) {
    this.stores = stores;
  }

  /// @param address a store's uuid, ARN, name or `default`
  UUID idOf(TenantId tenant, String address) {
    return stores.byAddress(tenant, address).id();
  }

  /// What is known of the tenant now.
  TenantSettings settings(TenantId tenant) {
    return stores.settings(tenant);
  }

  /// The store of this id, or without one each store of its kind.
  static Destination of(TenantSettings settings, @Nullable UUID store) {
    return store == null
        ? new Destination.ByKind(settings.byKind())
        : new Destination.Named(
            settings.store(store).orElseThrow(StorageException.UnknownStore::new));
  }

  /// The store that was chosen once, or by kind where none was or it is gone.
  Destination again(TenantId tenant, TenantSettings settings, @Nullable String store) {
    try {
      return store == null
          ? of(settings, null)
          : new Destination.Named(stores.byAddress(tenant, store));
    } catch (StorageException.UnknownStore _) {
      return of(settings, null);
    }
  }

  /// The admission rules of each store at this moment.
  static Map<UUID, Admission> admissions(TenantSettings settings, Instant now) {
    return settings.stores().stream()
        .collect(
            Collectors.toMap(
                Store::id,
                store ->
                    Admission.of(
                        store, settings.rules().getOrDefault(store.id(), StoreRules.NONE), now)));
  }
}
