package io.tarn.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.common.gate.CurrentTenant;
import io.tarn.common.gate.Permission;
import io.tarn.ingest.retention.RetentionPeriods;
import io.tarn.ingest.storage.Stores;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How long a store keeps its events, as catalog-service says; what that would remove, before it
/// does.
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

  /// @param days of event time; null keeps events without end
  public record RetentionRequest(@Min(1) @Max(MOST_DAYS) @Nullable Integer days) {}

  /// @param events how many the store holds now that it would not keep
  public record RetentionPreview(long events) {}

  @PUT
  @RolesAllowed(Permission.PROVISION)
  public void set(@PathParam("id") UUID id, @Valid @NotNull RetentionRequest request) {
    periods.set(tenant.id(), id, request.days());
  }

  @GET
  @Path("preview")
  @RolesAllowed(Permission.PROVISION)
  public RetentionPreview preview(
      @PathParam("id") UUID id, @QueryParam("days") @NotNull @Min(1) @Max(MOST_DAYS) Integer days) {
    var store = stores.byAddress(tenant.id(), id.toString());
    return new RetentionPreview(periods.olderThan(store, days));
  }
}
