package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.chargeback.AllocationRule;
import io.tarn.scheduler.chargeback.RuleService;
import io.tarn.scheduler.chargeback.Versioned;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// Who pays for a tenant's usage.
@Path("/v1/tenants/{tenant}/chargeback/allocation-rules")
@RunOnVirtualThread
public class AllocationRulesResource {
  private final RuleService rules;
  private final CurrentTenant tenant;

  AllocationRulesResource(RuleService rules, CurrentTenant tenant) {
    this.rules = rules;
    this.tenant = tenant;
  }

  /// Read the allocation rules in their order. The `ETag` is the version of the list.
  @GET
  @RolesAllowed(Permission.CHARGEBACK_READ)
  public RestResponse<AllocationRulesDocument> read() {
    return tagged(rules.rules(tenant.id()));
  }

  /// Put a list of allocation rules in the place of the one there is. Open months follow it at
  /// once, closed ones stay.
  @PUT
  @RolesAllowed(Permission.CHARGEBACK_WRITE)
  public RestResponse<AllocationRulesDocument> change(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull AllocationRulesDocument request) {
    var base = VersionTag.base(ifMatch);
    return tagged(rules.keepRules(tenant.id(), tenant.actor().name(), base, request.toRules()));
  }

  private static RestResponse<AllocationRulesDocument> tagged(
      Versioned<List<AllocationRule>> rules) {
    return ResponseBuilder.ok(AllocationRulesDocument.of(rules))
        .tag(VersionTag.of(rules.version()))
        .build();
  }
}
