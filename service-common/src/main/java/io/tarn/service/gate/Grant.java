package io.tarn.service.gate;

import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What catalog-service vouches for, for 60 seconds: this actor, in this role, in this tenant,
/// for this purpose and request. `tenant` is null in a grant for the platform as a whole.
///
/// @param verifiedEmail the address that the identity provider has verified; catalog-service only
/// @param assignedTo the tenants that an operator is assigned to, in an operator's grant for
///     ingest-service only, and no more than [#MOST_ASSIGNED]
public record Grant(
    @Nullable GrantedTenant tenant,
    Actor actor,
    Role role,
    String purpose,
    String requestId,
    @Nullable String session,
    @Nullable String verifiedEmail,
    Instant expiresAt,
    Set<TenantId> assignedTo) {
  /// So that a grant stays a short header.
  public static final int MOST_ASSIGNED = 100;

  public Grant {
    assignedTo = Set.copyOf(assignedTo);
  }

  /// A grant that says nothing of other tenants.
  public Grant(
      @Nullable GrantedTenant tenant,
      Actor actor,
      Role role,
      String purpose,
      String requestId,
      @Nullable String session,
      @Nullable String verifiedEmail,
      Instant expiresAt) {
    this(tenant, actor, role, purpose, requestId, session, verifiedEmail, expiresAt, Set.of());
  }

  /// The same for another request of the same caller.
  public Grant forRequest(String id) {
    return new Grant(
        tenant, actor, role, purpose, id, session, verifiedEmail, expiresAt, assignedTo);
  }

  /// The same for another purpose.
  public Grant forPurpose(String other) {
    return new Grant(
        tenant, actor, role, other, requestId, session, verifiedEmail, expiresAt, assignedTo);
  }

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
