package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.ingest.purge.Purge;
import io.tarn.ingest.purge.PurgePreview;
import io.tarn.ingest.purge.PurgeService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Taking an upload back, in two steps.
@Path("/v1/tenants/{tenant}/uploads")
@RunOnVirtualThread
public class PurgesResource {
  private final PurgeService purges;
  private final CurrentTenant tenant;

  PurgesResource(PurgeService purges, CurrentTenant tenant) {
    this.purges = purges;
    this.tenant = tenant;
  }

  /// A wish to purge an upload.
  ///
  /// @param reason why, for the records of removals
  /// @param confirm the token of the preview; without one nothing is done but the preview
  public record PurgeRequest(@NotBlank @Size(max = 1000) String reason, @Nullable String confirm) {}

  /// A purge that was confirmed.
  ///
  /// @param upload the id of the upload
  /// @param reason why, in the words of who asked for it
  /// @param requestedBy the name of who asked for it
  /// @param requestedAt when they confirmed it
  /// @param removed how many events have left their stores so far
  /// @param completedAt when it was done; absent before
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PurgeResponse(
      UUID upload,
      String reason,
      String requestedBy,
      Instant requestedAt,
      long removed,
      @Nullable Instant completedAt) {
    static PurgeResponse of(UUID upload, Purge purge) {
      return new PurgeResponse(
          upload,
          purge.reason(),
          purge.requestedBy(),
          purge.requestedAt(),
          purge.removed(),
          purge.completedAt());
    }
  }

  /// Purge an upload. Without `confirm` the answer says what would be done, and has the token
  /// that confirms it. With it, the events that this upload alone contains leave their stores in
  /// the background, with its conflicts and dead letters; the removals are recorded.
  ///
  /// @param id the id of the upload
  @POST
  @Path("{id:[^/:]+}:purge")
  @RolesAllowed(Permission.UPLOAD_PURGE)
  @APIResponse(
      responseCode = "200",
      description = "the preview",
      content = @Content(schema = @Schema(implementation = PurgePreview.class)))
  @APIResponse(
      responseCode = "202",
      description = "it has begun",
      content = @Content(schema = @Schema(implementation = UploadResponse.class)))
  public Response purge(@PathParam("id") UUID id, @Valid @NotNull PurgeRequest request) {
    if (request.confirm() == null) {
      return Response.ok(purges.preview(tenant.id(), id)).build();
    }
    var upload =
        purges.confirm(tenant.id(), id, request.reason(), request.confirm(), tenant.actor().name());
    return Response.accepted(UploadResponse.of(upload))
        .location(URI.create("/v1/tenants/" + tenant.id() + "/uploads/" + id))
        .build();
  }

  /// Read how the purge of an upload goes.
  ///
  /// @param id the id of the upload
  @GET
  @Path("{id}/purge")
  @RolesAllowed(Permission.UPLOAD_READ)
  public PurgeResponse read(@PathParam("id") UUID id) {
    return PurgeResponse.of(id, purges.find(tenant.id(), id));
  }
}
