package io.tarn.scheduler.tenant;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;

/// The names of tenants for people.
@ApplicationScoped
public class TenantNames {
  private final KnownTenants tenants;
  private final Transactions transactions;

  TenantNames(KnownTenants tenants, Transactions transactions) {
    this.tenants = tenants;
    this.transactions = transactions;
  }

  /// The name of a tenant; its id where it is not known yet.
  public String of(TenantId id) {
    return transactions
        .in(connection -> tenants.find(connection, id))
        .map(KnownTenant::name)
        .orElseGet(id::value);
  }
}
