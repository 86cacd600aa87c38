package io.tarn.catalog.api;

import io.tarn.catalog.grant.IssuedGrant;
import io.tarn.catalog.grant.IssuedGrant.NamedTenant;
import io.tarn.service.gate.Role;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A signed grant, and what it says.
///
/// @param grant the signed grant
/// @param expiresAt when it ends
/// @param credentialExpiresAt when the credential ends for which it was given; the grant's own end
///     where nobody showed one
/// @param tenant the tenant it is for; null outside of tenants
/// @param role the role of the actor there
public record GrantResponse(
    String grant,
    Instant expiresAt,
    Instant credentialExpiresAt,
    @Nullable GrantedTenantResponse tenant,
    @Schema(implementation = Role.class) String role) {

  /// The tenant of a grant.
  ///
  /// @param id the id of the tenant
  /// @param slug its short name in addresses
  /// @param name its name to show
  public record GrantedTenantResponse(String id, String slug, String name) {}

  static GrantResponse of(IssuedGrant issued) {
    return new GrantResponse(
        issued.grant(),
        issued.expiresAt(),
        issued.credentialExpiresAt(),
        tenantOf(issued.tenant()),
        issued.role().wireName());
  }

  private static @Nullable GrantedTenantResponse tenantOf(@Nullable NamedTenant tenant) {
    return tenant == null
        ? null
        : new GrantedTenantResponse(tenant.id().value(), tenant.slug(), tenant.name());
  }
}
