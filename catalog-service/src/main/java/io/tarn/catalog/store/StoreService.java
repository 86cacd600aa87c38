package io.tarn.catalog.store;

import io.quarkus.logging.Log;
import io.tarn.catalog.provisioning.ProvisioningException;
import io.tarn.catalog.provisioning.TenantProvisioning;
import io.tarn.catalog.store.StoreException.NameTaken;
import io.tarn.catalog.store.StoreException.NotFound;
import io.tarn.common.config.TarnConfig;
import io.tarn.common.schema.EventCategory;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Grant.GrantedTenant;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// Makes and finds event data stores. A store is seen once its tables are there.
@ApplicationScoped
public class StoreService {
  private static final String DEFAULT_NAME = "default";
  private static final String INSIGHT_NAME = "insight";

  private final StoreRows rows;
  private final EventDataStoreRepository stores;
  private final TenantProvisioning provisioning;
  private final String region;
  private final Clock clock;

  StoreService(
      StoreRows rows,
      EventDataStoreRepository stores,
      TenantProvisioning provisioning,
      TarnConfig config,
      Clock clock) {
    this.rows = rows;
    this.stores = stores;
    this.provisioning = provisioning;
    this.region = config.s3().region();
    this.clock = clock;
  }

  /// Makes the store with its tables and rules, or nothing at all.
  public EventDataStore create(GrantedTenant tenant, String homeAccount, NewStore wanted) {
    var category = wanted.category().value();
    provisioning.checkSelectors(tenant, category, wanted.rules().selectors());
    return create(tenant, homeAccount, wanted, false);
  }

  /// The tenant's first stores, which take everything and keep it without end: the default one for
  /// CloudTrail events, and one for Insights events.
  public void createFirst(GrantedTenant tenant, String homeAccount) {
    var first = new NewStore(DEFAULT_NAME, EventCategory.CLOUDTRAIL, StoreRules.NONE);
    create(tenant, homeAccount, first, true);
    var insight = new NewStore(INSIGHT_NAME, EventCategory.INSIGHT, StoreRules.NONE);
    create(tenant, homeAccount, insight, false);
  }

  /// By id, name, ARN or `default`.
  @Transactional
  public EventDataStore find(TenantId tenant, String named) {
    return stores.find(tenant, named).orElseThrow(NotFound::new).store();
  }

  @Transactional
  public Page<EventDataStore> list(TenantId tenant, @Nullable Cursor after, int limit) {
    var found = stores.list(tenant, after == null ? null : after.value(0), limit + 1);
    return Page.of(found, limit, row -> Cursor.of(row.name)).map(EventDataStoreEntity::store);
  }

  /// All stores of the tenant that statements can read.
  @Transactional
  public List<EventDataStore> all(TenantId tenant) {
    return stores.list(tenant, null, Integer.MAX_VALUE).stream()
        .map(EventDataStoreEntity::store)
        .toList();
  }

  /// Drops the rows of a tenant that is being undone.
  public void forget(TenantId tenant) {
    rows.removeAll(tenant);
  }

  private EventDataStore create(
      GrantedTenant tenant, String homeAccount, NewStore wanted, boolean isDefault) {
    // Like AWS's own, the id tells nothing of the time.
    var id = UUID.randomUUID();
    var arn = "arn:aws:cloudtrail:%s:%s:eventdatastore/%s".formatted(region, homeAccount, id);
    var store =
        new EventDataStore(
            tenant.id(),
            id,
            wanted.name(),
            arn,
            wanted.category().value(),
            isDefault,
            wanted.rules(),
            clock.instant());
    begin(store);
    try {
      provisioning.makeStore(tenant, store);
      return rows.activate(tenant.id(), id);
    } catch (RuntimeException failure) {
      undo(tenant, id);
      throw failure;
    }
  }

  private void begin(EventDataStore store) {
    try {
      rows.begin(store);
    } catch (ConstraintViolationException conflict) {
      throw new NameTaken();
    }
  }

  /// Where the tables cannot be dropped now, they stay empty and unseen, and the name is free.
  private void undo(GrantedTenant tenant, UUID id) {
    rows.remove(tenant.id(), id);
    try {
      provisioning.dropStore(tenant, id);
    } catch (ProvisioningException failure) {
      Log.warnf("store %s leaves empty tables: %s", id, failure.getMessage());
    }
  }
}
