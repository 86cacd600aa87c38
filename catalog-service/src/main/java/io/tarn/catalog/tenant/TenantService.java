package io.tarn.catalog.tenant;

import io.quarkus.logging.Log;
import io.tarn.catalog.provisioning.ProvisioningException;
import io.tarn.catalog.provisioning.ResultsBuckets;
import io.tarn.catalog.provisioning.TenantProvisioning;
import io.tarn.catalog.store.StoreService;
import io.tarn.catalog.tenant.TenantException.NotFound;
import io.tarn.catalog.tenant.TenantException.SlugTaken;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Grant.GrantedTenant;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// Makes, finds and changes tenants. A tenant is seen once everything that belongs to it is
/// there.
@ApplicationScoped
public class TenantService {
  private final TenantRows rows;
  private final TenantRepository tenants;
  private final TenantProvisioning provisioning;
  private final ResultsBuckets buckets;
  private final StoreService stores;

  TenantService(
      TenantRows rows,
      TenantRepository tenants,
      TenantProvisioning provisioning,
      ResultsBuckets buckets,
      StoreService stores) {
    this.rows = rows;
    this.tenants = tenants;
    this.provisioning = provisioning;
    this.buckets = buckets;
    this.stores = stores;
  }

  /// Makes the tenant with its schema, login, bucket and first stores, or nothing at all.
  public Tenant create(NewTenant wanted) {
    var tenant = begin(wanted);
    try {
      provisioning.makeTenant(granted(tenant), tenant.accounts());
      buckets.make(tenant.id(), wanted.delivery());
      stores.createFirst(granted(tenant), tenant.homeAccount());
      return rows.activate(tenant.id());
    } catch (RuntimeException failure) {
      undo(tenant);
      throw failure;
    }
  }

  @Transactional
  public Tenant find(TenantId tenant) {
    return tenants.find(tenant).orElseThrow(NotFound::new).tenant();
  }

  /// By id or slug; only for those who may see all tenants.
  @Transactional
  public Optional<Tenant> findNamed(String idOrSlug) {
    return tenants.findNamed(idOrSlug).map(TenantEntity::tenant);
  }

  @Transactional
  public Page<Tenant> list(@Nullable Cursor after, int limit) {
    var found = tenants.list(after == null ? null : after.value(0), limit + 1);
    return Page.of(found, limit, row -> Cursor.of(row.slug)).map(TenantEntity::tenant);
  }

  public Tenant change(TenantId tenant, TenantChange change) {
    if (change.accounts() != null) {
      provisioning.makeTenant(granted(find(tenant)), change.accounts());
    }
    try {
      return rows.change(tenant, change::apply);
    } catch (ConstraintViolationException conflict) {
      throw new SlugTaken();
    }
  }

  /// Removes what was half made and could not be removed at once.
  void undoUnfinished() {
    rows.unfinished().forEach(this::undo);
  }

  private Tenant begin(NewTenant wanted) {
    try {
      return rows.begin(wanted);
    } catch (ConstraintViolationException conflict) {
      throw new SlugTaken();
    }
  }

  private void undo(Tenant tenant) {
    try {
      rows.giveUp(tenant.id());
      buckets.release(tenant.id());
      provisioning.dropTenant(granted(tenant));
      buckets.drop(tenant.id());
      stores.forget(tenant.id());
      rows.remove(tenant.id());
    } catch (ProvisioningException failure) {
      Log.warnf("tenant %s is undone later: %s", tenant.id(), failure.getMessage());
    }
  }

  private static GrantedTenant granted(Tenant tenant) {
    return new GrantedTenant(tenant.id(), tenant.slug());
  }
}
