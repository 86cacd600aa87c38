package io.tarn.catalog.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.store.DefaultStores;
import io.tarn.catalog.store.RetentionPreview;
import io.tarn.catalog.store.RulesOutcome.Changed;
import io.tarn.catalog.store.RulesOutcome.ToConfirm;
import io.tarn.catalog.store.StoreChanges;
import io.tarn.catalog.tenant.TenantService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Grant.GrantedTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// Changing an event data store.
@Path("/v1/tenants/{tenant}/event-data-stores")
@RunOnVirtualThread
public class StoreChangesResource {
  private final DefaultStores defaults;
  private final StoreChanges changes;
  private final TenantService tenants;
  private final CurrentTenant tenant;

  StoreChangesResource(
      DefaultStores defaults, StoreChanges changes, TenantService tenants, CurrentTenant tenant) {
    this.defaults = defaults;
    this.changes = changes;
    this.tenants = tenants;
    this.tenant = tenant;
  }

  /// Change an event data store. Makes it the default store, or changes its selectors and its
  /// retention. A first or shorter retention changes nothing without `confirm`: the answer says
  /// what would be removed, and has the token that confirms it. Can be repeated.
  ///
  /// @param store its id, name, ARN (with its slashes encoded) or `default`
  @PATCH
  @Path("{store}")
  @RolesAllowed(Permission.STORE_WRITE)
  @APIResponse(
      responseCode = "200",
      description = "it is changed",
      content = @Content(schema = @Schema(implementation = StoreResponse.class)))
  @APIResponse(
      responseCode = "202",
      description = "nothing is changed yet: the preview, to be confirmed",
      content = @Content(schema = @Schema(implementation = RetentionPreview.class)))
  public Response change(
      @PathParam("store") String store, @Valid @NotNull ChangeStoreRequest request) {
    request.demandOneChange();
    if (request.isDefault() != null) {
      return Response.ok(StoreResponse.of(defaults.change(owner(), store))).build();
    }
    return switch (changes.change(owner(), store, request.rules())) {
      case Changed(var changed) -> Response.ok(StoreResponse.of(changed)).build();
      case ToConfirm(var preview) -> Response.accepted(preview).build();
    };
  }

  private GrantedTenant owner() {
    var owner = tenants.find(tenant.id());
    return new GrantedTenant(owner.id(), owner.slug());
  }
}
