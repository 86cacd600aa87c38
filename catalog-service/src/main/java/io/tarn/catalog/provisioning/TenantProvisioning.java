package io.tarn.catalog.provisioning;

import io.tarn.catalog.store.EventDataStore;
import io.tarn.common.gate.Grant.GrantedTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

  public void makeStore(GrantedTenant tenant, EventDataStore store) {
    var body =
        Map.of(
            "name", store.name(),
            "arn", store.arn(),
            "category", store.category(),
            "isDefault", store.isDefault());
    ingest.put(tenant, "/event-data-stores/" + store.id(), body);
  }

  public void dropStore(GrantedTenant tenant, UUID id) {
    ingest.delete(tenant, "/event-data-stores/" + id);
  }
}
