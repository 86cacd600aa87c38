package io.tarn.catalog.store;

import io.quarkus.logging.Log;
import io.tarn.catalog.provisioning.ProvisioningException;
import io.tarn.catalog.provisioning.TenantProvisioning;
import io.tarn.catalog.store.RulesOutcome.Changed;
import io.tarn.catalog.store.RulesOutcome.ToConfirm;
import io.tarn.service.gate.Grant.GrantedTenant;
import jakarta.enterprise.context.ApplicationScoped;

/// Changes what a store takes in and how long it keeps it. What removes events is done only with
/// the token of its preview.
@ApplicationScoped
public class StoreChanges {
  private final StoreRows rows;
  private final StoreService stores;
  private final RetentionPreviews previews;
  private final TenantProvisioning provisioning;

  StoreChanges(
      StoreRows rows,
      StoreService stores,
      RetentionPreviews previews,
      TenantProvisioning provisioning) {
    this.rows = rows;
    this.stores = stores;
    this.previews = previews;
    this.provisioning = provisioning;
  }

  /// Changes the rules, here and where events come in, or changes nothing. A repeated call tells
  /// the others again.
  public RulesOutcome change(GrantedTenant tenant, String named, RulesChange change) {
    var store = stores.find(tenant.id(), named);
    var after = change.of(store.rules());
    var days = after.retentionDays();
    provisioning.checkSelectors(tenant, store.category(), change.of(StoreRules.NONE).selectors());
    if (days != null && after.keepsLessThan(store.rules())) {
      var preview = previews.of(tenant, store, days);
      if (change.confirm() == null) {
        return new ToConfirm(preview);
      }
      RetentionPreviews.demand(preview, change.confirm());
    }
    return new Changed(apply(tenant, store, change));
  }

  private EventDataStore apply(GrantedTenant tenant, EventDataStore seen, RulesChange change) {
    rows.changeRules(seen, change);
    var wanted = current(seen);
    try {
      return tell(tenant, wanted);
    } catch (ProvisioningException failure) {
      takeBack(tenant, seen, wanted);
      throw failure;
    }
  }

  /// Until what was sent last is what holds: of two changes at once, the later one stays.
  private EventDataStore tell(GrantedTenant tenant, EventDataStore store) {
    var sent = store;
    provisioning.changeRules(tenant, sent);
    for (var now = current(sent); !now.rules().equals(sent.rules()); now = current(sent)) {
      sent = now;
      provisioning.changeRules(tenant, sent);
    }
    return sent;
  }

  private void takeBack(GrantedTenant tenant, EventDataStore before, EventDataStore wanted) {
    if (!rows.takeBackRules(wanted, before.rules())) {
      return;
    }
    try {
      tell(tenant, current(before));
    } catch (ProvisioningException failure) {
      Log.warnf("store %s: its rules are sent when they are set again", before.id());
    }
  }

  private EventDataStore current(EventDataStore store) {
    return stores.find(store.tenant(), store.id().toString());
  }
}
