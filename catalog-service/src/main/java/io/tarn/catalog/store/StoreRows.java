package io.tarn.catalog.store;

import io.tarn.catalog.store.StoreException.NameTaken;
import io.tarn.catalog.store.StoreException.NotFound;
import io.tarn.catalog.store.StoreException.PreviewOutdated;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.kafka.Topics;
import io.tarn.service.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// The rows of stores, each step in a transaction of its own: no transaction waits for another
/// part.
@ApplicationScoped
class StoreRows {
  private final EventDataStoreRepository stores;
  private final Outbox outbox;

  StoreRows(EventDataStoreRepository stores, Outbox outbox) {
    this.stores = stores;
    this.outbox = outbox;
  }

  /// Takes the name for a store that nobody sees yet.
  @Transactional
  void begin(EventDataStore store) {
    if (stores.isNameTaken(store.tenant(), store.name())) {
      throw new NameTaken();
    }
    var row = new EventDataStoreEntity();
    row.id = store.id();
    row.tenantId = store.tenant().value();
    row.name = store.name();
    row.arn = store.arn();
    row.category = store.category();
    row.isDefault = store.isDefault();
    row.rules(store.rules());
    row.status = EventDataStoreEntity.PROVISIONING;
    row.createdAt = store.createdAt();
    stores.persistAndFlush(row);
  }

  /// Shows the finished store, and tells others.
  @Transactional
  EventDataStore activate(TenantId tenant, UUID id) {
    var row = stores.findInAnyState(tenant, id).orElseThrow(NotFound::new);
    row.status = EventDataStoreEntity.ACTIVE;
    var store = row.store();
    outbox.append(Topics.EVENT_DATA_STORES, id.toString(), StoreEvent.of(store));
    return store;
  }

  /// Makes the store the tenant's default, and what was it an ordinary one; tells others where
  /// something changed.
  @Transactional
  DefaultChange makeDefault(TenantId tenant, UUID id) {
    var all = stores.lockAll(tenant);
    var row = all.stream().filter(one -> one.id.equals(id)).findFirst().orElseThrow(NotFound::new);
    var before = all.stream().filter(one -> one.isDefault && !one.id.equals(id)).findFirst();
    before.ifPresent(one -> one.isDefault = false);
    stores.flush();
    if (!row.isDefault) {
      row.isDefault = true;
      before.ifPresent(this::tell);
      tell(row);
    }
    return new DefaultChange(row.store(), before.map(EventDataStoreEntity::store).orElse(null));
  }

  /// Sets the new rules, and tells others. What removes events must have been seen as it is now.
  @Transactional
  void changeRules(EventDataStore seen, RulesChange change) {
    var row = stores.lock(seen.tenant(), seen.id()).orElseThrow(NotFound::new);
    var before = row.rules();
    var after = change.of(before);
    if (after.keepsLessThan(before) && !before.keepsAsLongAs(seen.rules())) {
      throw new PreviewOutdated();
    }
    row.rules(after);
    tell(row);
  }

  /// Puts the earlier rules back, unless somebody else has changed them since; says whether.
  @Transactional
  boolean takeBackRules(EventDataStore changed, StoreRules before) {
    var row = stores.lock(changed.tenant(), changed.id()).orElseThrow(NotFound::new);
    if (!row.rules().equals(changed.rules())) {
      return false;
    }
    row.rules(before);
    tell(row);
    return true;
  }

  private void tell(EventDataStoreEntity row) {
    outbox.append(Topics.EVENT_DATA_STORES, row.id.toString(), StoreEvent.of(row.store()));
  }

  @Transactional
  void remove(TenantId tenant, UUID id) {
    stores.findInAnyState(tenant, id).ifPresent(stores::delete);
  }

  @Transactional
  void removeAll(TenantId tenant) {
    stores.deleteAll(tenant);
  }
}
