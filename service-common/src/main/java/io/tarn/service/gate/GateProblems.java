package io.tarn.service.gate;

import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.tarn.service.problem.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The gate's refusals as problem documents.
public final class GateProblems {

  @ServerExceptionMapper
  public Response refused(AuthenticationFailedException failure) {
    return unauthenticated();
  }

  @ServerExceptionMapper
  public Response missing(UnauthorizedException failure) {
    return unauthenticated();
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException failure) {
    return Problems.response(
        403, "forbidden", "Your role does not have the permission for this.", Map.of());
  }

  @ServerExceptionMapper
  public Response unknown(GrantException.KeysUnavailable failure) {
    Log.errorf("grants cannot be verified: %s", failure.getMessage());
    return Problems.response(503, "unavailable", "Grants cannot be verified now.", Map.of());
  }

  private static Response unauthenticated() {
    var problem =
        Problems.response(401, "unauthenticated", "A valid grant is needed here.", Map.of());
    return Response.fromResponse(problem).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
  }
}
