package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.ingest.retention.Removal;
import io.tarn.ingest.retention.Removals;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import io.tarn.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What left a tenant's stores, the newest record first.
@Path("/v1/tenants/{tenant}/removals")
@RunOnVirtualThread
public class RemovalsResource {
  private final Removals removals;
  private final CurrentTenant tenant;

  RemovalsResource(Removals removals, CurrentTenant tenant) {
    this.removals = removals;
    this.tenant = tenant;
  }

  /// A record of events that left an event data store.
  ///
  /// @param id the id of the record
  /// @param store the id of the event data store
  /// @param kind why the events left: the store's retention ended, or an upload was purged
  /// @param upload the id of the upload that was purged; absent where the retention ended
  /// @param from the event time of the first removed event
  /// @param to the event time of the last removed event
  /// @param events how many events were removed
  /// @param digest SHA-256 in hex over a line for each removed event in order of time and id: the
  ///     event time as `2026-11-20T10:00:00.000Z`, a space, the id, a line feed
  /// @param reason why, in the words of who asked for it, or the retention in days
  /// @param removedBy the name of who asked for it
  /// @param removedAt when they were removed
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RemovalResponse(
      UUID id,
      UUID store,
      Removal.Kind kind,
      @Nullable UUID upload,
      Instant from,
      Instant to,
      long events,
      String digest,
      String reason,
      String removedBy,
      Instant removedAt) {
    static RemovalResponse of(Removal removal) {
      return new RemovalResponse(
          removal.id(),
          removal.store(),
          removal.kind(),
          removal.upload(),
          removal.from(),
          removal.to(),
          removal.events(),
          removal.digest(),
          removal.reason(),
          removal.removedBy(),
          removal.removedAt());
    }
  }

  /// List what left the tenant's stores, the newest record first.
  @GET
  @RolesAllowed(Permission.STORE_READ)
  public Page<RemovalResponse> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var found = removals.list(tenant.id(), before(cursor), limit + 1);
    return Page.of(found, limit, last -> Cursor.of(last.id().toString())).map(RemovalResponse::of);
  }

  private static @Nullable UUID before(@Nullable String cursor) {
    var place = Cursor.decode(cursor, 1);
    try {
      return place == null ? null : UUID.fromString(place.value(0));
    } catch (IllegalArgumentException _) {
      throw ProblemException.invalid("cursor", "is not a cursor of this listing");
    }
  }
}
