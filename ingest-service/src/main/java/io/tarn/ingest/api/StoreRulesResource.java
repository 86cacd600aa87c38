package io.tarn.ingest.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.common.schema.EventCategory;
import io.tarn.ingest.storage.Provisioning;
import io.tarn.ingest.storage.Stores;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Selectors and retention of an event data store, as catalog-service sets them.
@Path("/internal/tenants/{tenant}")
@RunOnVirtualThread
public class StoreRulesResource {
  private final Provisioning provisioning;
  private final Stores stores;
  private final CurrentTenant tenant;

  StoreRulesResource(Provisioning provisioning, Stores stores, CurrentTenant tenant) {
    this.provisioning = provisioning;
    this.stores = stores;
    this.tenant = tenant;
  }

  /// Selectors to be checked.
  ///
  /// @param category the category of the store that is to have them
  /// @param selectors advanced event selectors in Lake's form
  public record CheckSelectorsRequest(
      @NotNull @Pattern(regexp = EventCategory.WORDS) String category,
      @NotNull @Schema(type = SchemaType.ARRAY, implementation = Object.class)
          JsonNode selectors) {}

  /// Set the rules of an event data store as a whole. What is absent or null is no rule from now
  /// on.
  ///
  /// @param id the id of the event data store
  @PUT
  @Path("/event-data-stores/{id}/rules")
  @RolesAllowed(Permission.PROVISION)
  public void change(@PathParam("id") UUID id, @Valid @NotNull StoreRulesRequest request) {
    var store = stores.byAddress(tenant.id(), id.toString());
    provisioning.changeRules(store, request.rules(store.category()));
  }

  /// Check selectors for a store of a category. Nothing is made.
  @POST
  @Path("/selectors/check")
  @RolesAllowed(Permission.PROVISION)
  public void check(@Valid @NotNull CheckSelectorsRequest request) {
    var category = EventCategory.of(request.category());
    var _ = new StoreRulesRequest(request.selectors(), null).rules(category);
  }
}
