package io.tarn.ingest.intake;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.StorageException;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.StoreRules;
import io.tarn.ingest.storage.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
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

  /// The store of this id, or without one each store of its kind.
  Destination of(TenantId tenant, @Nullable UUID store) {
    return store == null ? byKind(tenant) : named(tenant, store.toString());
  }

  /// The store that was chosen once, or by kind where none was or it is gone.
  Destination again(TenantId tenant, @Nullable String store) {
    try {
      return store == null ? byKind(tenant) : named(tenant, store);
    } catch (StorageException.UnknownStore _) {
      return byKind(tenant);
    }
  }

  /// The accounts that the tenant admits; empty for all.
  Set<String> accounts(TenantId tenant) {
    return stores.accounts(tenant);
  }

  /// The admission rules of each store at this moment.
  Map<UUID, Admission> admissions(TenantId tenant, Instant now) {
    var rules = stores.rules(tenant);
    return stores.ofTenant(tenant).stream()
        .collect(
            Collectors.toMap(
                Store::id,
                store ->
                    Admission.of(store, rules.getOrDefault(store.id(), StoreRules.NONE), now)));
  }

  private Destination named(TenantId tenant, String store) {
    return new Destination.Named(stores.byAddress(tenant, store));
  }

  private Destination byKind(TenantId tenant) {
    return new Destination.ByKind(stores.byKind(tenant));
  }
}
