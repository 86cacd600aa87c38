package io.tarn.catalog.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.store.DefaultStores;
import io.tarn.catalog.store.EventDataStore;
import io.tarn.catalog.store.StoreService;
import io.tarn.catalog.tenant.TenantService;
import io.tarn.common.gate.CurrentTenant;
import io.tarn.common.gate.Grant.GrantedTenant;
import io.tarn.common.gate.Permission;
import io.tarn.common.idempotency.Idempotency;
import io.tarn.common.paging.Cursor;
import io.tarn.common.paging.Page;
import io.tarn.common.problem.ProblemException;
import io.tarn.common.schema.EventCategory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// The event data stores of a tenant.
@Path("/v1/tenants/{tenant}/event-data-stores")
@RunOnVirtualThread
public class EventDataStoresResource {
  private final StoreService stores;
  private final DefaultStores defaults;
  private final TenantService tenants;
  private final CurrentTenant tenant;
  private final Idempotency idempotency;

  /// @param category `CloudTrail` (or `Management`, `Data`, `NetworkActivity`), `Insight`,
  ///     `ConfigurationItem`, `Evidence` or `ActivityAuditLog`
  public record CreateStoreRequest(
      @NotNull @Pattern(regexp = "(?!default$)[a-zA-Z0-9._-]{3,128}", message = NAME_RULE)
          String name,
      @NotNull String category) {
    static final String NAME_RULE =
        "must be 3 to 128 letters, digits, dots, hyphens and underscores, and not 'default'";
  }

  /// @param isDefault true: events and statements that name no store mean this one from now on
  public record ChangeStoreRequest(
      @NotNull @AssertTrue(message = "must be true: make another store the default instead")
          Boolean isDefault) {}

  /// @param retentionDays null keeps events without end
  public record StoreResponse(
      UUID id,
      String name,
      String arn,
      String category,
      boolean isDefault,
      @Nullable Integer retentionDays,
      Instant createdAt) {
    static StoreResponse of(EventDataStore store) {
      return new StoreResponse(
          store.id(),
          store.name(),
          store.arn(),
          store.category(),
          store.isDefault(),
          store.retentionDays(),
          store.createdAt());
    }
  }

  EventDataStoresResource(
      StoreService stores,
      DefaultStores defaults,
      TenantService tenants,
      CurrentTenant tenant,
      Idempotency idempotency) {
    this.stores = stores;
    this.defaults = defaults;
    this.tenants = tenants;
    this.tenant = tenant;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed(Permission.STORE_READ)
  public Page<StoreResponse> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return stores.list(tenant.id(), Cursor.decode(cursor, 1), limit).map(StoreResponse::of);
  }

  @POST
  @RolesAllowed(Permission.STORE_WRITE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = StoreResponse.class)))
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull CreateStoreRequest request) {
    var category = categoryOf(request.category());
    return idempotency.answer(
        key, "create-event-data-store", request, () -> create(request.name(), category));
  }

  private Response create(String name, EventCategory category) {
    var owner = tenants.find(tenant.id());
    var store =
        stores.create(
            new GrantedTenant(owner.id(), owner.slug()), owner.homeAccount(), name, category);
    return Response.created(
            URI.create("/v1/tenants/" + owner.id() + "/event-data-stores/" + store.id()))
        .entity(StoreResponse.of(store))
        .build();
  }

  /// By id, name, ARN (its slashes encoded) or `default`.
  @GET
  @Path("{store}")
  @RolesAllowed(Permission.STORE_READ)
  public StoreResponse read(@PathParam("store") String store) {
    return StoreResponse.of(stores.find(tenant.id(), store));
  }

  /// Makes the store the tenant's default one. Can be repeated.
  @PATCH
  @Path("{store}")
  @RolesAllowed(Permission.STORE_WRITE)
  public StoreResponse change(
      @PathParam("store") String store, @Valid @NotNull ChangeStoreRequest request) {
    return StoreResponse.of(defaults.change(owner(), store));
  }

  private GrantedTenant owner() {
    var owner = tenants.find(tenant.id());
    return new GrantedTenant(owner.id(), owner.slug());
  }

  private static EventCategory categoryOf(String text) {
    try {
      return EventCategory.of(text);
    } catch (IllegalArgumentException unknown) {
      throw ProblemException.invalid("category", "is unknown");
    }
  }
}
