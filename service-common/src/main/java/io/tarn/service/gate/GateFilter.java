package io.tarn.service.gate;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.tarn.service.problem.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/// Between authorisation and the endpoint: the tenant in the path must be the grant's, and the
/// access record must be kept. An endpoint without a grant (health, published keys) passes;
/// whether it may be without one is a matter of its annotations.
public class GateFilter {
  /// The names of path parameters that hold a tenant.
  private static final List<String> TENANT = List.of("tenant", "tenantId");

  private final CurrentIdentityAssociation identity;
  private final AccessRecorder recorder;

  GateFilter(CurrentIdentityAssociation identity, AccessRecorder recorder) {
    this.identity = identity;
    this.recorder = recorder;
  }

  @ServerRequestFilter
  public Optional<Response> check(
      ContainerRequestContext request, UriInfo address, SimpleResourceInfo endpoint) {
    Grant grant = identity.getIdentity().getAttribute(GrantAuthenticationMechanism.GRANT);
    if (grant == null) {
      return Optional.empty();
    }
    if (!opens(grant, address)) {
      return Optional.of(Problems.notFound());
    }
    describe(grant);
    return recorder.record(grant, request, address, endpoint)
        ? Optional.empty()
        : Optional.of(recordFailed());
  }

  private static boolean opens(Grant grant, UriInfo address) {
    return TENANT.stream()
        .map(address.getPathParameters()::getFirst)
        .filter(Objects::nonNull)
        .allMatch(grant::opens);
  }

  private static Response recordFailed() {
    return Problems.response(
        503,
        "access-record-failed",
        "The access could not be recorded, so nothing was done.",
        Map.of());
  }

  /// Fixed keys in every line that this request logs.
  private static void describe(Grant grant) {
    MDC.put("requestId", grant.requestId());
    if (grant.tenant() != null) {
      MDC.put("tenant", grant.tenant().id().value());
    }
  }
}
