package io.tarn.catalog.provisioning;

import io.tarn.catalog.store.EventDataStore;
import io.tarn.service.gate.Grant.GrantedTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Has ingest-service make a tenant's schema, login and tables, and drop them again.
@ApplicationScoped
public class TenantProvisioning {
  private final IngestClient ingest;

  TenantProvisioning(IngestClient ingest) {
    this.ingest = ingest;
  }

  public void makeTenant(GrantedTenant tenant, List<String> accounts) {
    ingest.put(tenant, "", Map.of("accounts", accounts));
  }

  public void dropTenant(GrantedTenant tenant) {
    ingest.delete(tenant, "");
  }

  /// The store with its tables and rules.
  public void makeStore(GrantedTenant tenant, EventDataStore store) {
    ingest.put(tenant, path(store.id()), ProvisionedStore.of(store));
  }

  /// The names under which a store is known, and whether it is the default; not its rules.
  public void renameStore(GrantedTenant tenant, EventDataStore store) {
    ingest.put(tenant, path(store.id()), ProvisionedStore.withoutRules(store));
  }

  /// What a store takes in and keeps, as a whole.
  public void changeRules(GrantedTenant tenant, EventDataStore store) {
    var rules =
        new ProvisionedStore.Rules(store.rules().selectors(), store.rules().retentionDays());
    ingest.put(tenant, path(store.id()) + "/rules", rules);
  }

  /// Refuses selectors that a store of this category cannot have; without any there is nothing to
  /// refuse.
  public void checkSelectors(GrantedTenant tenant, String category, @Nullable String selectors) {
    if (selectors != null) {
      var body = new ProvisionedStore.Selectors(category, selectors);
      ingest.check(tenant, "/selectors/check", body);
    }
  }

  /// What the store would not keep with this retention.
  public Expiring expiring(GrantedTenant tenant, UUID store, int days) {
    return ingest.get(tenant, path(store) + "/retention/preview?days=" + days, Expiring.class);
  }

  public void dropStore(GrantedTenant tenant, UUID id) {
    ingest.delete(tenant, path(id));
  }

  private static String path(UUID store) {
    return "/event-data-stores/" + store;
  }
}
