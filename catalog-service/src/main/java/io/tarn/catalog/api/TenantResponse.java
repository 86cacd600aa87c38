package io.tarn.catalog.api;

import io.tarn.catalog.tenant.Tenant;
import java.time.Instant;
import java.util.List;

/// A tenant as the API shows it.
public record TenantResponse(
    String id,
    String slug,
    String name,
    String homeAccount,
    List<String> accounts,
    String status,
    Instant createdAt) {
  public TenantResponse {
    accounts = List.copyOf(accounts);
  }

  static TenantResponse of(Tenant tenant) {
    return new TenantResponse(
        tenant.id().value(),
        tenant.slug(),
        tenant.name(),
        tenant.homeAccount(),
        tenant.accounts(),
        tenant.status().wireName(),
        tenant.createdAt());
  }
}
