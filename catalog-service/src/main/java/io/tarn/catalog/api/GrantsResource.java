package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.grant.GrantService;
import io.tarn.catalog.grant.SigningKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Where grants are made. Never routed by the edge; the edge itself asks here with its key.
@Path("/internal")
@RunOnVirtualThread
public class GrantsResource {
  private final GrantService grants;
  private final SigningKeys keys;

  /// The session that has ended.
  ///
  /// @param token the access token of the session
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record EndSessionRequest(@NotBlank String token) {
    @Override
    public String toString() {
      return "EndSessionRequest[hidden]";
    }
  }

  GrantsResource(GrantService grants, SigningKeys keys) {
    this.grants = grants;
    this.keys = keys;
  }

  /// Make a grant.
  @POST
  @Path("grants")
  @PermitAll
  @EdgeOnly
  public GrantResponse issue(@Valid @NotNull GrantRequest request) {
    return GrantResponse.of(grants.issue(request.request()));
  }

  /// End a session. Its token gets no more grants.
  @POST
  @Path("sessions/ended")
  @PermitAll
  @EdgeOnly
  public void endSession(@Valid @NotNull EndSessionRequest request) {
    grants.endSession(request.token());
  }

  /// Read the public keys of grants. They are for everybody, as a JSON Web Key Set.
  @GET
  @Path("grant-keys")
  @Produces(MediaType.APPLICATION_JSON)
  @PermitAll
  public String keys() {
    return keys.published();
  }
}
