package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.grant.AbsentPurpose;
import io.tarn.catalog.grant.EdgeKeys;
import io.tarn.catalog.grant.GrantExchange;
import io.tarn.catalog.grant.GrantService;
import io.tarn.catalog.grant.SigningKeys;
import io.tarn.common.tenant.TenantId;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// Where grants are made. Never routed by the edge; the edge itself asks here with its key.
@Path("/internal")
@RunOnVirtualThread
public class GrantsResource {
  private final GrantService grants;
  private final GrantExchange exchange;
  private final SigningKeys keys;
  private final EdgeKeys edge;

  /// The session that has ended.
  ///
  /// @param token the access token of the session
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record EndSessionRequest(@NotBlank String token) {
    @Override
    public String toString() {
      return "EndSessionRequest[hidden]";
    }
  }

  GrantsResource(GrantService grants, GrantExchange exchange, SigningKeys keys, EdgeKeys edge) {
    this.grants = grants;
    this.exchange = exchange;
    this.keys = keys;
    this.edge = edge;
  }

  /// Make a grant. One for a webhook is nobody's, and allows to deliver approvals only.
  @POST
  @Path("grants")
  @PermitAll
  @EdgeOnly
  public GrantResponse issue(@Valid @NotNull GrantRequest request) {
    return GrantResponse.of(
        GrantRequest.isWebhook(request)
            ? grants.issueForWebhook(request.webhook())
            : grants.issue(request.request()));
  }

  /// Make a grant for a scheduled run or an export. It is for query-service, in the name of the
  /// owner, and is refused where the owner may do this in the tenant no more.
  @POST
  @Path("grants/scheduled")
  @PermitAll
  @EdgeOnly
  public GrantResponse issueScheduled(@Valid @NotNull ScheduledGrantRequest request) {
    return GrantResponse.of(
        grants.issueScheduled(
            new TenantId(request.tenant()),
            request.owner().actor(),
            request.purpose() == null ? AbsentPurpose.SCHEDULE : request.purpose(),
            request.requestId()));
  }

  /// Make a grant for the scheduler itself. It is for query-service, by which the scheduler reads a
  /// tenant's events for the change ledger and for chargeback.
  ///
  /// @param key the scheduler's own key, which is derived from the master secret
  @POST
  @Path("grants/reader")
  @PermitAll
  public GrantResponse issueReader(
      @HeaderParam("Tarn-Edge-Key") @Nullable String key,
      @Valid @NotNull ReaderGrantRequest request) {
    edge.requireScheduler(key);
    return GrantResponse.of(
        grants.issueReader(new TenantId(request.tenant()), request.purpose(), request.requestId()));
  }

  /// Exchange a grant. The answer is the same grant for another service, by which the service that
  /// was called with it asks there on behalf of its caller. The grant itself is the credential.
  @POST
  @Path("grants/exchanged")
  @PermitAll
  public ExchangedResponse exchange(@Valid @NotNull ExchangeRequest request) {
    return new ExchangedResponse(
        exchange.exchange(request.grant(), request.audience(), request.purpose()));
  }

  /// A grant to be exchanged.
  ///
  /// @param grant the grant that the asking service was called with
  /// @param audience the service that is to be asked
  /// @param purpose what it is asked for, where that is not what the caller asks for
  public record ExchangeRequest(
      @NotBlank String grant,
      @NotNull @Pattern(regexp = "catalog-service|query-service") String audience,
      @Nullable @Pattern(regexp = "chargeback") String purpose) {
    @Override
    public String toString() {
      return "ExchangeRequest[hidden]";
    }
  }

  /// The grant for the other service.
  ///
  /// @param grant the grant
  public record ExchangedResponse(String grant) {
    @Override
    public String toString() {
      return "ExchangedResponse[hidden]";
    }
  }

  /// End a session. Its token gets no more grants.
  @POST
  @Path("sessions/ended")
  @PermitAll
  @EdgeOnly
  public void endSession(@Valid @NotNull EndSessionRequest request) {
    grants.endSession(request.token());
  }

  /// Read the public keys of grants. They are for everybody, as a JSON Web Key Set.
  @GET
  @Path("grant-keys")
  @Produces(MediaType.APPLICATION_JSON)
  @PermitAll
  public String keys() {
    return keys.published();
  }
}
