package io.tarn.scheduler.tenant;

import io.tarn.common.tenant.TenantId;
import java.util.Set;

/// A tenant, as catalog-service told last.
///
/// @param slug its name in addresses, which may change
/// @param name its name for people, which may change
/// @param homeAccount the account in its ARNs, of 12 digits
/// @param accounts the accounts whose events it may hold; empty admits all
/// @param isActive whether it is neither suspended nor closing
public record KnownTenant(
    TenantId id,
    String slug,
    String name,
    String homeAccount,
    Set<String> accounts,
    boolean isActive) {
  public KnownTenant {
    accounts = Set.copyOf(accounts);
  }
}
