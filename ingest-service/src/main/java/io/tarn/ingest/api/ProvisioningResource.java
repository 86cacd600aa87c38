package io.tarn.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.ingest.storage.Provisioning;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What catalog-service asks for when a tenant or a store comes into being. Everything can be
/// repeated; DELETE undoes what is half made and refuses where events were written.
@Path("/internal/tenants/{tenant}")
@RunOnVirtualThread
public class ProvisioningResource {
  private final Provisioning provisioning;
  private final CurrentTenant tenant;

  ProvisioningResource(Provisioning provisioning, CurrentTenant tenant) {
    this.provisioning = provisioning;
    this.tenant = tenant;
  }

  /// Make the schema, the login and the admission rules of a tenant. Can be repeated.
  @PUT
  @RolesAllowed(Permission.PROVISION)
  public void makeTenant(@Valid @Nullable ProvisionTenantRequest request) {
    var accounts = request == null ? null : request.accounts();
    provisioning.makeTenant(tenant.id(), accounts == null ? Set.of() : Set.copyOf(accounts));
  }

  /// Undo a tenant that is half made. It is refused where events were written.
  @DELETE
  @RolesAllowed(Permission.PROVISION)
  public void dropTenant() {
    provisioning.dropTenant(tenant.id());
  }

  /// Make the table and the rules of an event data store. Can be repeated.
  ///
  /// @param id the id of the event data store
  @PUT
  @Path("/event-data-stores/{id}")
  @RolesAllowed(Permission.PROVISION)
  public void makeStore(@PathParam("id") UUID id, @Valid @NotNull ProvisionStoreRequest request) {
    var store = request.store(tenant.id(), id);
    provisioning.makeStore(store, request.rules(store.category()));
  }

  /// Undo an event data store that is half made. It is refused where events were written.
  ///
  /// @param id the id of the event data store
  @DELETE
  @Path("/event-data-stores/{id}")
  @RolesAllowed(Permission.PROVISION)
  public void dropStore(@PathParam("id") UUID id) {
    provisioning.dropStore(tenant.id(), id);
  }
}
