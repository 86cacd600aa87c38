package io.tarn.catalog.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.store.NewStore;
import io.tarn.catalog.store.StoreService;
import io.tarn.catalog.tenant.TenantService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Grant.GrantedTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.idempotency.Idempotency;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// The event data stores of a tenant.
@Path("/v1/tenants/{tenant}/event-data-stores")
@RunOnVirtualThread
public class EventDataStoresResource {
  private final StoreService stores;
  private final TenantService tenants;
  private final CurrentTenant tenant;
  private final Idempotency idempotency;

  EventDataStoresResource(
      StoreService stores, TenantService tenants, CurrentTenant tenant, Idempotency idempotency) {
    this.stores = stores;
    this.tenants = tenants;
    this.tenant = tenant;
    this.idempotency = idempotency;
  }

  /// List the tenant's event data stores.
  @GET
  @RolesAllowed(Permission.STORE_READ)
  public Page<StoreResponse> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return stores.list(tenant.id(), Cursor.decode(cursor, 1), limit).map(StoreResponse::of);
  }

  /// Make an event data store.
  @POST
  @RolesAllowed(Permission.STORE_WRITE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = StoreResponse.class)))
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull CreateStoreRequest request) {
    var wanted = request.store();
    return idempotency.answer(key, "create-event-data-store", request, () -> create(wanted));
  }

  private Response create(NewStore wanted) {
    var owner = tenants.find(tenant.id());
    var store =
        stores.create(new GrantedTenant(owner.id(), owner.slug()), owner.homeAccount(), wanted);
    return Response.created(
            URI.create("/v1/tenants/" + owner.id() + "/event-data-stores/" + store.id()))
        .entity(StoreResponse.of(store))
        .build();
  }

  /// Read an event data store.
  ///
  /// @param store its id, name, ARN (with its slashes encoded) or `default`
  @GET
  @Path("{store}")
  @RolesAllowed(Permission.STORE_READ)
  public StoreResponse read(@PathParam("store") String store) {
    return StoreResponse.of(stores.find(tenant.id(), store));
  }
}
