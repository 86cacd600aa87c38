package io.tarn.catalog.store;

import static io.tarn.catalog.store.EventDataStoreEntity.ACTIVE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class EventDataStoreRepository implements PanacheRepositoryBase<EventDataStoreEntity, UUID> {

  /// By id, name or ARN, or `default`, which is the default store whatever its name: one look-up
  /// for each of them.
  Optional<EventDataStoreEntity> find(TenantId tenant, String named) {
    return find(
            "tenantId = ?1 and status = ?2"
                + " and (cast(id as string) = ?3 or (?3 <> 'default' and name = ?3) or arn = ?3"
                + " or (?3 = 'default' and isDefault))",
            tenant.value(),
            ACTIVE,
            named)
        .firstResultOptional();
  }

  Optional<EventDataStoreEntity> findInAnyState(TenantId tenant, UUID id) {
    return find("tenantId = ?1 and id = ?2", tenant.value(), id).firstResultOptional();
  }

  boolean isNameTaken(TenantId tenant, String name) {
    return count("tenantId = ?1 and name = ?2", tenant.value(), name) > 0;
  }

  /// In the order of their names, beginning after one.
  List<EventDataStoreEntity> list(TenantId tenant, @Nullable String afterName, int limit) {
    return find(
            "tenantId = ?1 and status = ?2 and name > ?3",
            Sort.by("name"),
            tenant.value(),
            ACTIVE,
            afterName == null ? "" : afterName)
        .page(Page.ofSize(limit))
        .list();
  }

  /// All of a tenant's stores; until the end of the transaction nobody else changes one.
  List<EventDataStoreEntity> lockAll(TenantId tenant) {
    return find("tenantId = ?1", Sort.by("id"), tenant.value())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /// Until the end of the transaction nobody else changes it.
  Optional<EventDataStoreEntity> lock(TenantId tenant, UUID id) {
    return find("tenantId = ?1 and id = ?2 and status = ?3", tenant.value(), id, ACTIVE)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  void deleteAll(TenantId tenant) {
    delete("tenantId", tenant.value());
  }
}
