package io.tarn.query.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.query.tenantdb.StorePosition;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.gate.RecordedOncePer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// The position by which "all that came since" is asked.
@Path("/v1/tenants/{tenant}/position")
@RunOnVirtualThread
public class PositionResource {
  private final StorePosition position;
  private final CurrentTenant tenant;

  PositionResource(StorePosition position, CurrentTenant tenant) {
    this.position = position;
    this.tenant = tenant;
  }

  /// Read up to which position the tenant's stores are complete. A statement that asks for
  /// `ingestPosition` from the last such position on, and below this one, misses no event and
  /// repeats none, however late the event came.
  @GET
  @RecordedOncePer("tenant")
  @RolesAllowed(Permission.QUERY_READ)
  public PositionResponse read() {
    return new PositionResponse(position.of(tenant.id()));
  }

  /// A position in the stores of a tenant.
  ///
  /// @param position all events below it are there for good
  public record PositionResponse(long position) {}
}
