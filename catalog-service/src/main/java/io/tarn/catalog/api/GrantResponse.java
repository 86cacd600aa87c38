package io.tarn.catalog.api;

import io.tarn.catalog.grant.IssuedGrant;
import io.tarn.catalog.grant.IssuedGrant.NamedTenant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A signed grant, and what it says.
public record GrantResponse(
    String grant, Instant expiresAt, @Nullable GrantedTenantResponse tenant, String role) {

  public record GrantedTenantResponse(String id, String slug, String name) {}

  static GrantResponse of(IssuedGrant issued) {
    return new GrantResponse(
        issued.grant(), issued.expiresAt(), tenantOf(issued.tenant()), issued.role().wireName());
  }

  private static @Nullable GrantedTenantResponse tenantOf(@Nullable NamedTenant tenant) {
    return tenant == null
        ? null
        : new GrantedTenantResponse(tenant.id().value(), tenant.slug(), tenant.name());
  }
}
