package io.tarn.common.gate;

import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What catalog-service vouches for, for 60 seconds: this actor, in this role, in this tenant,
/// for this purpose and request. `tenant` is null in a grant for the platform as a whole.
///
/// @param verifiedEmail the address that the identity provider has verified; catalog-service only
public record Grant(
    @Nullable GrantedTenant tenant,
    Actor actor,
    Role role,
    String purpose,
    String requestId,
    @Nullable String session,
    @Nullable String verifiedEmail,
    Instant expiresAt) {

  /// The tenant's immutable id, and the slug by which addresses may name it as well.
  public record GrantedTenant(TenantId id, String slug) {
    boolean isNamed(String pathSegment) {
      return id.value().equals(pathSegment) || slug.equals(pathSegment);
    }
  }

  /// Whether an address with this tenant segment is the grant's own.
  boolean opens(String pathSegment) {
    return tenant != null && tenant.isNamed(pathSegment);
  }
}
