package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.ledger.LedgerSettings.Versioned;
import io.tarn.scheduler.ledger.RuleService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// How changes of a tenant are read, judged and told.
@Path("/v1/tenants/{tenant}/change-settings")
@RunOnVirtualThread
public class ChangeSettingsResource {
  private final RuleService rules;
  private final CurrentTenant tenant;

  ChangeSettingsResource(RuleService rules, CurrentTenant tenant) {
    this.rules = rules;
    this.tenant = tenant;
  }

  /// Read the settings of the change ledger. Their `ETag` is their version; 0 is the default.
  @GET
  @RolesAllowed(Permission.CHANGE_READ)
  public RestResponse<ChangeSettingsDocument> read() {
    return tagged(rules.settings(tenant.id()));
  }

  /// Change the settings of the change ledger. All changes are judged anew.
  @PUT
  @RolesAllowed(Permission.CHANGE_RULE_WRITE)
  public RestResponse<ChangeSettingsDocument> change(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull ChangeSettingsDocument settings) {
    var base = VersionTag.base(ifMatch);
    return tagged(rules.change(tenant.id(), base, settings.settings()));
  }

  private static RestResponse<ChangeSettingsDocument> tagged(Versioned settings) {
    return ResponseBuilder.ok(ChangeSettingsDocument.of(settings.settings()))
        .tag(VersionTag.of(settings.version()))
        .build();
  }
}
