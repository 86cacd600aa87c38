package io.tarn.query.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// What statements can be made of. It is the same for all tenants of one release; the tenant of the
/// path is where the caller's role counts.
@Path("/v1/tenants/{tenant}/sql/functions")
@RunOnVirtualThread
public class SqlResource {
  private static final SqlResponse LANGUAGE = SqlResponse.ofThisRelease();
  private static final EntityTag TAG =
      new EntityTag(UUID.nameUUIDFromBytes(LANGUAGE.toString().getBytes(UTF_8)).toString());

  /// Read the functions, constructs and keywords that statements can have. The answer has an `ETag`
  /// for `If-None-Match`, and changes with a release only.
  @GET
  @RolesAllowed(Permission.QUERY_READ)
  public RestResponse<SqlResponse> read(@Context Request request) {
    var unchanged = request.evaluatePreconditions(TAG);
    var answer =
        unchanged == null
            ? ResponseBuilder.ok(LANGUAGE)
            : ResponseBuilder.<SqlResponse>create(unchanged.build().getStatus());
    return answer.tag(TAG).build();
  }
}
