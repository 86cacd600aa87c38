package io.tarn.service.gate;

import io.quarkus.security.identity.SecurityIdentity;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/// The tenant, the actor and the role of the request being answered, from its grant. The gate has
/// already held the tenant against the path.
@RequestScoped
public class CurrentTenant {
  private final SecurityIdentity identity;

  CurrentTenant(SecurityIdentity identity) {
    this.identity = identity;
  }

  /// The tenant of the grant. A grant for the platform as a whole has none and finds nothing
  /// here.
  public TenantId id() {
    var tenant = grant().tenant();
    if (tenant == null) {
      throw ProblemException.notFound();
    }
    return tenant.id();
  }

  public Actor actor() {
    return grant().actor();
  }

  public Role role() {
    return grant().role();
  }

  public String purpose() {
    return grant().purpose();
  }

  public String requestId() {
    return grant().requestId();
  }

  public @Nullable String session() {
    return grant().session();
  }

  public boolean may(String permission) {
    return role().permissions().contains(permission);
  }

  /// The whole grant.
  public Grant grant() {
    Grant grant = identity.getAttribute(GrantAuthenticationMechanism.GRANT);
    if (grant == null) {
      throw new ProblemException(401, "unauthenticated", null);
    }
    return grant;
  }
}
