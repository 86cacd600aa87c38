package io.tarn.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.ingest.deadletter.DeadLetterFilter;
import io.tarn.ingest.intake.ReplayService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Dead letters sent again.
@Path("/v1/tenants/{tenant}/dead-letters:replay")
@RunOnVirtualThread
public class ReplaysResource {
  private final ReplayService replays;
  private final CurrentTenant tenant;

  ReplaysResource(ReplayService replays, CurrentTenant tenant) {
    this.replays = replays;
    this.tenant = tenant;
  }

  /// Which dead letters to send again; without any condition all that were not sent yet.
  ///
  /// @param id only this dead letter
  /// @param reason only those of this reason
  /// @param source only those of this source, which is given whole
  /// @param upload only those of this upload
  public record ReplayRequest(
      @Nullable UUID id, @Nullable String reason, @Nullable String source, @Nullable UUID upload) {
    DeadLetterFilter filter() {
      return new DeadLetterFilter(id, reason, source, upload);
    }
  }

  /// Send dead letters again. They become a new upload, which says what becomes of them.
  @POST
  @RolesAllowed(Permission.DEAD_LETTER_REPLAY)
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = UploadResponse.class)))
  public Response replay(@Valid @Nullable ReplayRequest request) {
    var wanted = request == null ? new ReplayRequest(null, null, null, null) : request;
    var upload = replays.begin(tenant.id(), wanted.filter(), tenant.actor().subject());
    return Response.accepted(UploadResponse.of(upload))
        .location(URI.create("/v1/tenants/" + tenant.id() + "/uploads/" + upload.id()))
        .build();
  }
}
