package io.tarn.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.ingest.retention.Expiring;
import io.tarn.ingest.retention.RetentionPeriods;
import io.tarn.ingest.storage.Stores;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/// What a retention would remove, before it does.
@Path("/internal/tenants/{tenant}/event-data-stores/{id}/retention")
@RunOnVirtualThread
public class RetentionResource {
  private static final int MOST_DAYS = 36_500;

  private final RetentionPeriods periods;
  private final Stores stores;
  private final CurrentTenant tenant;

  RetentionResource(RetentionPeriods periods, Stores stores, CurrentTenant tenant) {
    this.periods = periods;
    this.stores = stores;
    this.tenant = tenant;
  }

  /// Count what a store would not hold under a retention.
  ///
  /// @param id the id of the event data store
  /// @param days the retention, in days of event time
  @GET
  @Path("preview")
  @RolesAllowed(Permission.PROVISION)
  public Expiring preview(
      @PathParam("id") UUID id, @QueryParam("days") @NotNull @Min(1) @Max(MOST_DAYS) Integer days) {
    var store = stores.byAddress(tenant.id(), id.toString());
    return periods.olderThan(store, days);
  }
}
