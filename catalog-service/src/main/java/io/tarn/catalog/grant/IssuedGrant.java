package io.tarn.catalog.grant;

import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A signed grant and what it says.
///
/// @param credentialExpiresAt when the credential ends for which it was given; the grant's own end
///     where nobody showed one
public record IssuedGrant(
    String grant,
    Instant expiresAt,
    Instant credentialExpiresAt,
    @Nullable NamedTenant tenant,
    Role role) {

  /// A tenant as people know it.
  public record NamedTenant(TenantId id, String slug, String name) {}
}
