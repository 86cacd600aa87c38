package io.tarn.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.common.gate.CurrentTenant;
import io.tarn.common.gate.Permission;
import io.tarn.common.gate.RecordedOncePer;
import io.tarn.common.paging.Cursor;
import io.tarn.common.paging.Page;
import io.tarn.common.request.WaitParameter;
import io.tarn.ingest.config.UploadConfig;
import io.tarn.ingest.upload.UploadService;
import io.tarn.ingest.upload.UploadWait;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Uploads: opened for many files, watched, and closed.
@Path("/v1/tenants/{tenant}/uploads")
@RunOnVirtualThread
public class UploadsResource {
  private final UploadService uploads;
  private final UploadWait wait;
  private final EventsIntake intake;
  private final UploadAccounts accounts;
  private final CurrentTenant tenant;
  private final UploadConfig config;

  UploadsResource(
      UploadService uploads,
      UploadWait wait,
      EventsIntake intake,
      UploadAccounts accounts,
      CurrentTenant tenant,
      UploadConfig config) {
    this.uploads = uploads;
    this.wait = wait;
    this.intake = intake;
    this.accounts = accounts;
    this.tenant = tenant;
    this.config = config;
  }

  /// @param source where the files come from, in the sender's words
  /// @param store a store's uuid, ARN, name or `default`; without one each event goes to the
  ///     tenant's store of its kind
  public record OpenUploadRequest(@NotNull @FileName String source, @Nullable String store) {}

  @POST
  @RolesAllowed(Permission.EVENT_PUT)
  @Operation(
      summary = "Open an upload for many files",
      description =
          "With dryRun=true its files are read and counted, and nothing of them is sent or kept.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = UploadResponse.class)))
  public Response open(
      @QueryParam("dryRun") @DefaultValue("false") @TrueOrFalse String dryRun,
      @Valid @NotNull OpenUploadRequest request) {
    var opened = intake.open(request.store(), request.source(), Boolean.parseBoolean(dryRun));
    return Response.created(URI.create("/v1/tenants/" + tenant.id() + "/uploads/" + opened.id()))
        .entity(UploadResponse.of(opened))
        .build();
  }

  @GET
  @RolesAllowed(Permission.UPLOAD_READ)
  @Operation(summary = "List uploads, the newest first")
  public Page<UploadResponse> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return uploads.list(tenant.id(), Cursor.decode(cursor, 1), limit).map(UploadResponse::of);
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Permission.UPLOAD_READ)
  @RecordedOncePer("id")
  @Operation(
      summary = "Read an upload",
      description =
          "With wait=30s the answer comes when its sums are final, or after that time. Then it"
              + " names the accounts whose events the upload brought.")
  public UploadResponse read(
      @PathParam("id") UUID id, @QueryParam("wait") @Nullable String longest) {
    return accounts.with(wait.until(tenant.id(), id, bounded(longest)));
  }

  @GET
  @Path("{id}/files")
  @RolesAllowed(Permission.UPLOAD_READ)
  @Operation(summary = "List an upload's files in the order in which they began")
  public Page<UploadFileResponse> files(
      @PathParam("id") UUID id,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return uploads
        .files(tenant.id(), id, Cursor.decode(cursor, 1), limit)
        .map(UploadFileResponse::of);
  }

  @POST
  @Path("{id}/files")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Permission.EVENT_PUT)
  @Operation(
      summary = "Put a file into an open upload",
      description =
          "In the forms of putting events. A name that was taken before gives the earlier answer,"
              + " and nothing is taken; a file that broke is taken again.")
  public PutEventsResponse putFile(
      @PathParam("id") UUID id,
      @QueryParam("name") @NotNull @FileName String name,
      InputStream body) {
    return intake.takeFile(id, name, body);
  }

  @POST
  @Path("{id:[^/:]+}:close")
  @RolesAllowed(Permission.EVENT_PUT)
  @Operation(summary = "Close an upload: no more files come")
  public UploadResponse close(@PathParam("id") UUID id) {
    return accounts.with(uploads.close(tenant.id(), id));
  }

  /// No wait without a text, and never more than the longest.
  private Duration bounded(@Nullable String text) {
    var wanted = text == null ? Duration.ZERO : WaitParameter.of(text);
    return wanted.compareTo(config.longestWait()) > 0 ? config.longestWait() : wanted;
  }
}
