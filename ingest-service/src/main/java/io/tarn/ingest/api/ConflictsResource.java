package io.tarn.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.ingest.conflict.ConflictService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Other content that came under the id and time of stored events.
@Path("/v1/tenants/{tenant}/conflicts")
@RunOnVirtualThread
public class ConflictsResource {
  private final ConflictService conflicts;
  private final CurrentTenant tenant;

  ConflictsResource(ConflictService conflicts, CurrentTenant tenant) {
    this.conflicts = conflicts;
    this.tenant = tenant;
  }

  /// List conflicts, the oldest first. They come without their texts; a conflict read by itself
  /// shows both and the differences.
  ///
  /// @param store only those of this event data store: its id, name, ARN or `default`
  /// @param upload only those of this upload
  @GET
  @RolesAllowed(Permission.DEAD_LETTER_READ)
  public Page<ConflictResponse> list(
      @QueryParam("store") @Nullable String store,
      @QueryParam("upload") @Nullable UUID upload,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return conflicts
        .list(tenant.id(), store, upload, Cursor.decode(cursor, 2), limit)
        .map(ConflictResponse::listed);
  }

  /// Read a conflict beside the stored event.
  ///
  /// @param id the id of the conflict
  @GET
  @Path("{id}")
  @RolesAllowed(Permission.DEAD_LETTER_READ)
  public ConflictResponse read(@PathParam("id") UUID id) {
    return ConflictResponse.of(conflicts.find(tenant.id(), id));
  }

  /// Read the bytes of the event that came second.
  ///
  /// @param id the id of the conflict
  @GET
  @Path("{id}/original")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Permission.DEAD_LETTER_READ)
  public StreamingOutput original(@PathParam("id") UUID id) {
    var original = conflicts.original(tenant.id(), id);
    return original::transferTo;
  }
}
