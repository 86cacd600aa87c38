package io.tarn.catalog.api;

import io.tarn.catalog.grant.EdgeKeys;
import io.tarn.service.problem.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/// Asks for the key of the edge, or of the scheduler.
@Provider
@EdgeOnly
public class EdgeKeyFilter implements ContainerRequestFilter {
  private static final String HEADER = "Tarn-Edge-Key";

  private final EdgeKeys keys;

  EdgeKeyFilter(EdgeKeys keys) {
    this.keys = keys;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var sent = request.getHeaderString(HEADER);
    if (sent == null || !keys.contain(sent)) {
      request.abortWith(
          Problems.response(401, "unauthenticated", "This is for the edge only.", Map.of()));
    }
  }
}
