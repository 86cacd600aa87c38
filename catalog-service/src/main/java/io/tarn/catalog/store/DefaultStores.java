package io.tarn.catalog.store;

import io.quarkus.logging.Log;
import io.tarn.catalog.provisioning.ProvisioningException;
import io.tarn.catalog.provisioning.TenantProvisioning;
import io.tarn.catalog.store.StoreException.UnfitAsDefault;
import io.tarn.common.schema.EventCategory;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Grant.GrantedTenant;
import jakarta.enterprise.context.ApplicationScoped;

/// Changes which store is a tenant's default: `default` in addresses, `$EDS_ID` in statements.
@ApplicationScoped
public class DefaultStores {
  private final StoreRows rows;
  private final StoreService stores;
  private final TenantProvisioning provisioning;

  DefaultStores(StoreRows rows, StoreService stores, TenantProvisioning provisioning) {
    this.rows = rows;
    this.stores = stores;
    this.provisioning = provisioning;
  }

  /// Makes this store the default, here and where events and statements find it, or changes
  /// nothing. A repeated call tells the others again.
  public EventDataStore change(GrantedTenant tenant, String named) {
    var wanted = stores.find(tenant.id(), named);
    if (!EventCategory.CLOUDTRAIL.value().equals(wanted.category())) {
      throw new UnfitAsDefault();
    }
    var change = rows.makeDefault(tenant.id(), wanted.id());
    try {
      tell(tenant);
      return change.now();
    } catch (ProvisioningException failure) {
      takeBack(tenant, change);
      throw failure;
    }
  }

  /// Until what was sent last is what holds: of two changes at once, the later one stays.
  private void tell(GrantedTenant tenant) {
    var sent = current(tenant.id());
    provisioning.renameStore(tenant, sent);
    for (var now = current(tenant.id()); !now.id().equals(sent.id()); now = current(tenant.id())) {
      sent = now;
      provisioning.renameStore(tenant, sent);
    }
  }

  private void takeBack(GrantedTenant tenant, DefaultChange change) {
    var before = change.before();
    if (before == null || !current(tenant.id()).id().equals(change.now().id())) {
      return;
    }
    rows.makeDefault(tenant.id(), before.id());
    try {
      tell(tenant);
    } catch (ProvisioningException failure) {
      Log.warnf("tenant %s: its default store is sent when it is set again", tenant.id());
    }
  }

  private EventDataStore current(TenantId tenant) {
    return stores.find(tenant, "default");
  }
}
