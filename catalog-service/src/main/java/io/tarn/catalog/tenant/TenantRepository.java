package io.tarn.catalog.tenant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class TenantRepository implements PanacheRepositoryBase<TenantEntity, String> {

  Optional<TenantEntity> find(TenantId tenant) {
    return find("tenantId = ?1 and status in ?2", tenant.value(), TenantStatus.VISIBLE)
        .firstResultOptional();
  }

  Optional<TenantEntity> findInAnyState(TenantId tenant) {
    return findByIdOptional(tenant.value());
  }

  /// By id or slug, for those who may see all tenants.
  Optional<TenantEntity> findNamed(String idOrSlug) {
    return find("(tenantId = ?1 or slug = ?1) and status in ?2", idOrSlug, TenantStatus.VISIBLE)
        .firstResultOptional();
  }

  boolean isSlugTaken(String slug) {
    return count("slug", slug) > 0;
  }

  /// In the order of slugs, beginning after one.
  List<TenantEntity> list(@Nullable String afterSlug, int limit) {
    return find(
            "slug > ?1 and status in ?2",
            Sort.by("slug"),
            afterSlug == null ? "" : afterSlug,
            TenantStatus.VISIBLE)
        .page(Page.ofSize(limit))
        .list();
  }

  /// What was begun before that time and is not done, or has yet to be undone.
  List<TenantEntity> unfinished(Instant begunBefore) {
    return list(
        "status = ?1 or (status = ?2 and createdAt < ?3)",
        TenantStatus.UNDOING.wireName(),
        TenantStatus.PROVISIONING.wireName(),
        begunBefore);
  }
}
