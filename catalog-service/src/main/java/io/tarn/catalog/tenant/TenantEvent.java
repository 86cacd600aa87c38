package io.tarn.catalog.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/// A tenant as `tarn.tenants.v1` tells it; the latest record of a key is the tenant's state.
@JsonInclude(JsonInclude.Include.NON_NULL)
record TenantEvent(
    String id,
    String slug,
    String name,
    String homeAccount,
    List<String> accounts,
    String status,
    Instant createdAt) {

  static TenantEvent of(Tenant tenant) {
    return new TenantEvent(
        tenant.id().value(),
        tenant.slug(),
        tenant.name(),
        tenant.homeAccount(),
        tenant.accounts(),
        tenant.status().wireName(),
        tenant.createdAt());
  }
}
