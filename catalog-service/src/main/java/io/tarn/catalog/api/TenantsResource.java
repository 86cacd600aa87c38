package io.tarn.catalog.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.membership.PersonTenants;
import io.tarn.catalog.tenant.TenantService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.gate.Role;
import io.tarn.service.idempotency.Idempotency;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import io.tarn.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Tenants: all of them for platform-admins, one's own for others.
@Path("/v1/tenants")
@RunOnVirtualThread
public class TenantsResource {
  private final TenantService tenants;
  private final PersonTenants mine;
  private final CurrentTenant caller;
  private final Idempotency idempotency;

  TenantsResource(
      TenantService tenants, PersonTenants mine, CurrentTenant caller, Idempotency idempotency) {
    this.tenants = tenants;
    this.mine = mine;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  /// List tenants. A platform-admin sees all, others see those in which they have a role.
  @GET
  @RolesAllowed(Permission.SELF_READ)
  public Page<TenantResponse> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var after = Cursor.decode(cursor, 1);
    if (caller.role() == Role.PLATFORM_ADMIN) {
      return tenants.list(after, limit).map(TenantResponse::of);
    }
    var ids =
        mine.of(caller.actor()).stream()
            .filter(tenant -> after == null || tenant.slug().compareTo(after.value(0)) > 0)
            .limit(limit + 1L)
            .toList();
    return Page.of(ids, limit, tenant -> Cursor.of(tenant.slug()))
        .map(tenant -> TenantResponse.of(tenants.find(tenant.id())));
  }

  /// Make a tenant, with its first two event data stores.
  @POST
  @RolesAllowed(Permission.TENANT_CREATE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = TenantResponse.class)))
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull CreateTenantRequest request) {
    return idempotency.answer(key, "create-tenant", request, () -> create(request));
  }

  private Response create(CreateTenantRequest request) {
    var tenant = tenants.create(request.tenant());
    return Response.created(URI.create("/v1/tenants/" + tenant.id()))
        .entity(TenantResponse.of(tenant))
        .build();
  }

  /// Read the tenant.
  @GET
  @Path("{tenant}")
  @RolesAllowed(Permission.TENANT_READ)
  public TenantResponse read() {
    return TenantResponse.of(tenants.find(caller.id()));
  }

  /// Change the tenant. Slug, accounts and status are for platform-admins.
  @PATCH
  @Path("{tenant}")
  @RolesAllowed(Permission.TENANT_WRITE)
  public TenantResponse change(@Valid @NotNull ChangeTenantRequest request) {
    if (request.needsPlatformAdmin() && caller.role() != Role.PLATFORM_ADMIN) {
      throw new ProblemException(
          403, "forbidden", "Slug, accounts and status are changed by platform-admins.");
    }
    return TenantResponse.of(tenants.change(caller.id(), request.change()));
  }
}
