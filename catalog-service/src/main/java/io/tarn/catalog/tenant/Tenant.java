package io.tarn.catalog.tenant;

import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.util.List;

/// One customer organisation.
///
/// @param homeAccount the account in the ARNs of its event data stores
/// @param accounts AWS accounts whose events it may hold; none admits all
public record Tenant(
    TenantId id,
    String slug,
    String name,
    String homeAccount,
    List<String> accounts,
    TenantStatus status,
    Instant createdAt) {
  public Tenant {
    accounts = List.copyOf(accounts);
  }
}
