package io.tarn.ingest.writing;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.SchemaUpgrade;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The stores that records name, remembered. A store counts only under its own tenant, so a record
/// whose headers do not go together finds nothing.
@ApplicationScoped
class KnownStores {
  private final Stores stores;
  private final SchemaUpgrade shapes;
  private final Map<String, Store> known = new ConcurrentHashMap<>();

  KnownStores(Stores stores, SchemaUpgrade shapes) {
    this.stores = stores;
    this.shapes = shapes;
  }

  Optional<Store> find(@Nullable String tenant, @Nullable String store) throws SQLException {
    if (tenant == null || store == null) {
      return Optional.empty();
    }
    var key = tenant + "/" + store;
    var found = known.get(key);
    if (found == null) {
      found = lookUp(tenant, store);
      if (found != null) {
        shapes.ensure(found);
        known.put(key, found);
      }
    }
    return Optional.ofNullable(found);
  }

  void forgetAll() {
    known.clear();
  }

  private @Nullable Store lookUp(String tenant, String store) throws SQLException {
    try {
      return stores.byId(new TenantId(tenant), UUID.fromString(store)).orElse(null);
    } catch (IllegalArgumentException _) {
      return null; // no id at all
    }
  }
}
