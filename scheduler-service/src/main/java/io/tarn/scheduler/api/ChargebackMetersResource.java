package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.chargeback.KeptStatements;
import io.tarn.scheduler.chargeback.Meter;
import io.tarn.scheduler.chargeback.MeterService;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// What a tenant's usage is counted by.
@Path("/v1/tenants/{tenant}/chargeback/meters")
@RunOnVirtualThread
public class ChargebackMetersResource {
  private final MeterService meters;
  private final KeptStatements statements;
  private final CurrentTenant tenant;

  ChargebackMetersResource(MeterService meters, KeptStatements statements, CurrentTenant tenant) {
    this.meters = meters;
    this.statements = statements;
    this.tenant = tenant;
  }

  /// List the meters by their ids: those that come with Tarn, and the tenant's own.
  @GET
  @RolesAllowed(Permission.CHARGEBACK_READ)
  public Page<MeterResponse> list() {
    return new Page<>(meters.list(tenant.id()), null).map(MeterResponse::of);
  }

  /// Keep a meter. A kept query is read now: later versions of it change nothing.
  @POST
  @RolesAllowed(Permission.CHARGEBACK_WRITE)
  @APIResponseSchema(value = MeterResponse.class, responseCode = "201")
  public Response create(
      @HeaderParam("Authorization") String authorization,
      @Valid @NotNull CreateMeterRequest request) {
    var grant = Bearer.grant(authorization);
    var definition = request.meter().definition(tenant.id(), grant, statements);
    var made = meters.create(tenant.id(), grant, request.id(), definition);
    var location = "/v1/tenants/%s/chargeback/meters/%s".formatted(tenant.id(), made.id());
    return Response.created(URI.create(location))
        .entity(MeterResponse.of(made))
        .tag(VersionTag.of(made.version()))
        .build();
  }

  /// Read a meter. Its `ETag` is its version.
  ///
  /// @param meter the id of the meter
  @GET
  @Path("{meter}")
  @RolesAllowed(Permission.CHARGEBACK_READ)
  public RestResponse<MeterResponse> read(@PathParam("meter") String meter) {
    return tagged(meters.find(tenant.id(), meter));
  }

  /// Change a meter of the tenant's own. What it counted in open months is read anew.
  ///
  /// @param meter the id of the meter
  @PUT
  @Path("{meter}")
  @RolesAllowed(Permission.CHARGEBACK_WRITE)
  public RestResponse<MeterResponse> change(
      @PathParam("meter") String meter,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Authorization") String authorization,
      @Valid @NotNull SaveMeterRequest request) {
    var grant = Bearer.grant(authorization);
    var base = VersionTag.base(ifMatch);
    var definition = request.definition(tenant.id(), grant, statements);
    return tagged(meters.change(tenant.id(), grant, meter, base, definition));
  }

  /// Switch a meter on or off. One that is off has no lines in open months.
  ///
  /// @param meter the id of the meter
  @PUT
  @Path("{meter}/enabled")
  @RolesAllowed(Permission.CHARGEBACK_WRITE)
  public RestResponse<MeterResponse> enable(
      @PathParam("meter") String meter,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull EnableMeterRequest request) {
    var base = VersionTag.base(ifMatch);
    return tagged(meters.enable(tenant.id(), meter, base, request.enabled()));
  }

  /// Delete a meter of the tenant's own, and what it counted in open months.
  ///
  /// @param meter the id of the meter
  @DELETE
  @Path("{meter}")
  @RolesAllowed(Permission.CHARGEBACK_WRITE)
  public void delete(
      @PathParam("meter") String meter, @HeaderParam("If-Match") @Nullable String ifMatch) {
    meters.delete(tenant.id(), meter, VersionTag.base(ifMatch));
  }

  private static RestResponse<MeterResponse> tagged(Meter meter) {
    return ResponseBuilder.ok(MeterResponse.of(meter)).tag(VersionTag.of(meter.version())).build();
  }

  /// Whether a meter counts.
  ///
  /// @param enabled true to switch it on, false to switch it off
  public record EnableMeterRequest(@NotNull Boolean enabled) {}
}
