package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.chargeback.RateCard;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// What a tenant's usage costs.
@Path("/v1/tenants/{tenant}/chargeback/rates")
@RunOnVirtualThread
public class RatesResource {
  private final RuleService rules;
  private final CurrentTenant tenant;

  RatesResource(RuleService rules, CurrentTenant tenant) {
    this.rules = rules;
    this.tenant = tenant;
  }

  /// Read the rate card. Its `ETag` is its version.
  @GET
  @RolesAllowed(Permission.CHARGEBACK_READ)
  public RestResponse<RateCardDocument> read() {
    return tagged(rules.rates(tenant.id()));
  }

  /// Put a rate card in the place of the one there is. Open months follow it at once, closed ones
  /// stay.
  @PUT
  @RolesAllowed(Permission.CHARGEBACK_WRITE)
  public RestResponse<RateCardDocument> change(
      @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull RateCardDocument request) {
    var base = VersionTag.base(ifMatch);
    return tagged(rules.keepRates(tenant.id(), tenant.actor().name(), base, request.toCard()));
  }

  private static RestResponse<RateCardDocument> tagged(Versioned<RateCard> card) {
    return ResponseBuilder.ok(RateCardDocument.of(card)).tag(VersionTag.of(card.version())).build();
  }
}
