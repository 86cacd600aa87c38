package io.tarn.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.ingest.deadletter.DeadLetterFilter;
import io.tarn.ingest.deadletter.DeadLetterService;
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

/// Records that were rejected.
@Path("/v1/tenants/{tenant}/dead-letters")
@RunOnVirtualThread
public class DeadLettersResource {
  private final DeadLetterService letters;
  private final CurrentTenant tenant;

  DeadLettersResource(DeadLetterService letters, CurrentTenant tenant) {
    this.letters = letters;
    this.tenant = tenant;
  }

  /// List dead letters, the oldest first.
  ///
  /// @param reason only those of this reason
  /// @param source only those of this source, which is given whole
  /// @param upload only those of this upload
  @GET
  @RolesAllowed(Permission.DEAD_LETTER_READ)
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

  /// Read a dead letter.
  ///
  /// @param id the id of the dead letter
  @GET
  @Path("{id}")
  @RolesAllowed(Permission.DEAD_LETTER_READ)
  public DeadLetterResponse read(@PathParam("id") UUID id) {
    return DeadLetterResponse.of(letters.find(tenant.id(), id));
  }

  /// Read the bytes of a dead letter.
  ///
  /// @param id the id of the dead letter
  @GET
  @Path("{id}/original")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Permission.DEAD_LETTER_READ)
  public StreamingOutput original(@PathParam("id") UUID id) {
    var letter = letters.find(tenant.id(), id);
    var owner = tenant.id();
    return out -> {
      try (var original = letters.original(owner, letter.id())) {
        original.transferTo(out);
      }
    };
  }
}
