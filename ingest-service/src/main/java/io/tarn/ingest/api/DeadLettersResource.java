package io.tarn.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.common.gate.CurrentTenant;
import io.tarn.common.gate.Permission;
import io.tarn.common.paging.Cursor;
import io.tarn.common.paging.Page;
import io.tarn.ingest.deadletter.DeadLetterCount;
import io.tarn.ingest.deadletter.DeadLetterFilter;
import io.tarn.ingest.deadletter.DeadLetterService;
import io.tarn.ingest.intake.ReplayService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Records that were set aside: listed, counted, shown, exported, and sent again.
@Path("/v1/tenants/{tenant}")
@RunOnVirtualThread
public class DeadLettersResource {
  private final DeadLetterService letters;
  private final ReplayService replays;
  private final DeadLetterExport export;
  private final CurrentTenant tenant;

  DeadLettersResource(
      DeadLetterService letters,
      ReplayService replays,
      DeadLetterExport export,
      CurrentTenant tenant) {
    this.letters = letters;
    this.replays = replays;
    this.export = export;
    this.tenant = tenant;
  }

  /// Counts by source and reason.
  public record DeadLetterCountsResponse(List<DeadLetterCount> items) {
    public DeadLetterCountsResponse {
      items = List.copyOf(items);
    }
  }

  /// Which dead letters to send again; without any condition all that were not sent yet.
  public record ReplayRequest(
      @Nullable UUID id, @Nullable String reason, @Nullable String source, @Nullable UUID upload) {
    DeadLetterFilter filter() {
      return new DeadLetterFilter(id, reason, source, upload);
    }
  }

  @GET
  @Path("dead-letters")
  @RolesAllowed(Permission.DEAD_LETTER_READ)
  @Operation(summary = "List dead letters, the oldest first")
  public Page<DeadLetterResponse> list(
      @QueryParam("reason") @Nullable String reason,
      @QueryParam("source") @Nullable String source,
      @QueryParam("upload") @Nullable UUID upload,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var filter = new DeadLetterFilter(null, reason, source, upload);
    return letters
        .list(tenant.id(), filter, Cursor.decode(cursor, 1), limit)
        .map(DeadLetterResponse::of);
  }

  @GET
  @Path("dead-letters:count")
  @RolesAllowed(Permission.DEAD_LETTER_READ)
  @Operation(summary = "Count dead letters by source and reason")
  public DeadLetterCountsResponse count(
      @QueryParam("reason") @Nullable String reason,
      @QueryParam("source") @Nullable String source,
      @QueryParam("upload") @Nullable UUID upload) {
    var filter = new DeadLetterFilter(null, reason, source, upload);
    return new DeadLetterCountsResponse(letters.count(tenant.id(), filter));
  }

  @GET
  @Path("dead-letters:export")
  @Produces("application/x-ndjson")
  @RolesAllowed(Permission.DEAD_LETTER_READ)
  @Operation(
      summary = "Export dead letters",
      description = "One JSON object a line, with the original's bytes in base64.")
  public StreamingOutput export(
      @QueryParam("reason") @Nullable String reason,
      @QueryParam("source") @Nullable String source,
      @QueryParam("upload") @Nullable UUID upload) {
    var filter = new DeadLetterFilter(null, reason, source, upload);
    var owner = tenant.id();
    return out -> export.write(owner, filter, out);
  }

  @GET
  @Path("dead-letters/{id}")
  @RolesAllowed(Permission.DEAD_LETTER_READ)
  @Operation(summary = "Read a dead letter")
  public DeadLetterResponse read(@PathParam("id") UUID id) {
    return DeadLetterResponse.of(letters.find(tenant.id(), id));
  }

  @GET
  @Path("dead-letters/{id}/original")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Permission.DEAD_LETTER_READ)
  @Operation(summary = "Read the bytes that were set aside")
  public StreamingOutput original(@PathParam("id") UUID id) {
    var letter = letters.find(tenant.id(), id);
    var owner = tenant.id();
    return out -> {
      try (var original = letters.original(owner, letter.id())) {
        original.transferTo(out);
      }
    };
  }

  @POST
  @Path("dead-letters:replay")
  @RolesAllowed(Permission.DEAD_LETTER_REPLAY)
  @Operation(
      summary = "Send dead letters again",
      description = "As a new upload, which tells what becomes of them.")
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
