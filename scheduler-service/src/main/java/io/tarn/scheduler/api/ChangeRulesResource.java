package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.ledger.RuleService;
import io.tarn.scheduler.ledger.RuleService.Known;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// Changes that need no approval: exclusions, and known automation.
@Path("/v1/tenants/{tenant}/change-rules")
@RunOnVirtualThread
public class ChangeRulesResource {
  private final RuleService rules;
  private final CurrentTenant tenant;

  ChangeRulesResource(RuleService rules, CurrentTenant tenant) {
    this.rules = rules;
    this.tenant = tenant;
  }

  /// List the exclusions and automations of the tenant by their names, 500 at most. Those that
  /// never matched have no `lastMatchedAt`.
  @GET
  @RolesAllowed(Permission.CHANGE_READ)
  public Page<ChangeRuleResponse> list() {
    return new Page<>(rules.list(tenant.id()).stream().map(ChangeRuleResponse::of).toList(), null);
  }

  /// Keep an exclusion or automation. The answer says how many changes of the last 30 days it
  /// covers; all changes are judged anew.
  @POST
  @RolesAllowed(Permission.CHANGE_RULE_WRITE)
  @APIResponseSchema(value = ChangeRuleResponse.class, responseCode = "201")
  public Response create(@Valid @NotNull SaveChangeRuleRequest request) {
    var known = rules.create(tenant.id(), request.plan(), tenant.actor());
    var location = "/v1/tenants/%s/change-rules/%s".formatted(tenant.id(), known.rule().id());
    return Response.created(URI.create(location))
        .entity(ChangeRuleResponse.of(known))
        .tag(VersionTag.of(known.rule().version()))
        .build();
  }

  /// Read an exclusion or automation. Its `ETag` is its version.
  ///
  /// @param rule the id of the rule
  @GET
  @Path("{rule}")
  @RolesAllowed(Permission.CHANGE_READ)
  public RestResponse<ChangeRuleResponse> read(@PathParam("rule") UUID rule) {
    return tagged(rules.find(tenant.id(), rule));
  }

  /// Change an exclusion or automation. All changes are judged anew.
  ///
  /// @param rule the id of the rule
  @PUT
  @Path("{rule}")
  @RolesAllowed(Permission.CHANGE_RULE_WRITE)
  public RestResponse<ChangeRuleResponse> change(
      @PathParam("rule") UUID rule,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SaveChangeRuleRequest request) {
    var base = VersionTag.base(ifMatch);
    return tagged(rules.change(tenant.id(), rule, base, request.plan(), tenant.actor()));
  }

  /// Delete an exclusion or automation. All changes are judged anew.
  ///
  /// @param rule the id of the rule
  @DELETE
  @Path("{rule}")
  @RolesAllowed(Permission.CHANGE_RULE_WRITE)
  public void delete(
      @PathParam("rule") UUID rule, @HeaderParam("If-Match") @Nullable String ifMatch) {
    rules.delete(tenant.id(), rule, VersionTag.base(ifMatch));
  }

  private static RestResponse<ChangeRuleResponse> tagged(Known known) {
    return ResponseBuilder.ok(ChangeRuleResponse.of(known))
        .tag(VersionTag.of(known.rule().version()))
        .build();
  }
}
