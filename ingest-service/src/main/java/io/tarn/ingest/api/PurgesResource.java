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
import org.eclipse.microprofile.openapi.annotations.Operation;
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

  /// @param reason why, for the removal records
  /// @param confirm the token of the preview; without one nothing is done but the preview
  public record PurgeRequest(@NotBlank @Size(max = 1000) String reason, @Nullable String confirm) {}

  /// A purge that was confirmed.
  ///
  /// @param removed events that have left their stores so far
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

  @POST
  @Path("{id:[^/:]+}:purge")
  @RolesAllowed(Permission.UPLOAD_PURGE)
  @Operation(
      summary = "Take an upload back",
      description =
          "Without confirm: what would be done, and the token that confirms it. With it: the events"
              + " only this upload contains leave their stores in the background, with its"
              + " conflicts and dead letters; the removals are recorded.")
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

  @GET
  @Path("{id}/purge")
  @RolesAllowed(Permission.UPLOAD_READ)
  @Operation(summary = "Read the purge of an upload")
  public PurgeResponse read(@PathParam("id") UUID id) {
    return PurgeResponse.of(id, purges.find(tenant.id(), id));
  }
}
