package io.tarn.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.ingest.config.UploadConfig;
import io.tarn.ingest.upload.UploadService;
import io.tarn.ingest.upload.UploadWait;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.gate.RecordedOncePer;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import io.tarn.service.request.WaitParameter;
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

  /// An upload to be opened.
  ///
  /// @param source where the files come from, in the sender's words
  /// @param store an event data store: its id, name, ARN or `default`; absent, each event goes to
  ///     the tenant's store of its kind
  public record OpenUploadRequest(@NotNull @FileName String source, @Nullable String store) {}

  /// Open an upload for many files. With `dryRun=true` its files are read and counted, and nothing
  /// of them is sent or stored.
  ///
  /// @param dryRun whether nothing is sent or stored, and the upload only says what would become of
  ///     its files
  @POST
  @RolesAllowed(Permission.EVENT_PUT)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = UploadResponse.class)))
  public Response open(
      @QueryParam("dryRun") @DefaultValue("false") @BooleanParameter String dryRun,
      @Valid @NotNull OpenUploadRequest request) {
    var opened = intake.open(request.store(), request.source(), Boolean.parseBoolean(dryRun));
    return Response.created(URI.create("/v1/tenants/" + tenant.id() + "/uploads/" + opened.id()))
        .entity(UploadResponse.of(opened))
        .build();
  }

  /// List uploads, the newest first.
  @GET
  @RolesAllowed(Permission.UPLOAD_READ)
  public Page<UploadResponse> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return uploads.list(tenant.id(), Cursor.decode(cursor, 1), limit).map(UploadResponse::of);
  }

  /// Read an upload. With `wait` the answer comes when its totals are final, or after that time.
  /// Then it names the accounts whose events the upload contains.
  ///
  /// @param id the id of the upload
  @GET
  @Path("{id}")
  @RolesAllowed(Permission.UPLOAD_READ)
  @RecordedOncePer("id")
  public UploadResponse read(
      @PathParam("id") UUID id, @QueryParam("wait") @Nullable String longest) {
    return accounts.with(wait.until(tenant.id(), id, bounded(longest)));
  }

  /// List an upload's files in the order in which they began.
  ///
  /// @param id the id of the upload
  @GET
  @Path("{id}/files")
  @RolesAllowed(Permission.UPLOAD_READ)
  public Page<UploadFileResponse> files(
      @PathParam("id") UUID id,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return uploads
        .files(tenant.id(), id, Cursor.decode(cursor, 1), limit)
        .map(UploadFileResponse::of);
  }

  /// Put a file into an open upload. It has one of the forms of putting events. A name that was
  /// received before gives the earlier answer, and nothing is read; a file that broke is received
  /// again.
  ///
  /// @param id the id of the upload
  /// @param name what the file is called; it names the file within the upload
  @POST
  @Path("{id}/files")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Permission.EVENT_PUT)
  public PutEventsResponse putFile(
      @PathParam("id") UUID id,
      @QueryParam("name") @NotNull @FileName String name,
      InputStream body) {
    return intake.takeFile(id, name, body);
  }

  /// Close an upload, into which no more files come.
  ///
  /// @param id the id of the upload
  @POST
  @Path("{id:[^/:]+}:close")
  @RolesAllowed(Permission.EVENT_PUT)
  public UploadResponse close(@PathParam("id") UUID id) {
    return accounts.with(uploads.close(tenant.id(), id));
  }

  /// No wait without a text, and never more than the longest.
  private Duration bounded(@Nullable String text) {
    var wanted = text == null ? Duration.ZERO : WaitParameter.of(text);
    return wanted.compareTo(config.longestWait()) > 0 ? config.longestWait() : wanted;
  }
}
