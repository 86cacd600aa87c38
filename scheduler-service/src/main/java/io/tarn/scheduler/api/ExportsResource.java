package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.export.Export;
import io.tarn.scheduler.export.ExportRequest;
import io.tarn.scheduler.export.ExportService;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.gate.RecordedOncePer;
import io.tarn.service.idempotency.Idempotency;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/// Exports of a tenant. Who does not see everybody's executions sees their own exports only.
@Path("/v1/tenants/{tenant}/exports")
@RunOnVirtualThread
public class ExportsResource {
  private static final String BEARER = "Bearer ";
  private static final Instant AFTER_ALL = Instant.parse("9999-12-31T00:00:00Z");
  private static final UUID LAST = new UUID(-1, -1);

  private final ExportService exports;
  private final ExportChecks checks;
  private final CurrentTenant tenant;
  private final Idempotency idempotency;

  ExportsResource(
      ExportService exports, ExportChecks checks, CurrentTenant tenant, Idempotency idempotency) {
    this.exports = exports;
    this.checks = checks;
    this.tenant = tenant;
    this.idempotency = idempotency;
  }

  /// Export a result to S3. It goes on by itself, in the caller's name, until its files are there.
  @POST
  @RolesAllowed(Permission.EXPORT_WRITE)
  @APIResponseSchema(value = ExportResponse.class, responseCode = "202")
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam("Authorization") String authorization,
      @Valid @NotNull CreateExportRequest request) {
    return idempotency.answer(
        key, "create-export", request, () -> accepted(request.request(), authorization));
  }

  private Response accepted(ExportRequest request, String authorization) {
    var grant = authorization.substring(BEARER.length()).strip();
    checks.check(tenant.id(), grant, request, tenant.may(Permission.DESTINATION_READ));
    var made = exports.create(tenant.id(), tenant.actor(), request);
    var location = "/v1/tenants/%s/exports/%s".formatted(tenant.id(), made.id());
    return Response.accepted(ExportResponse.of(made)).location(URI.create(location)).build();
  }

  /// List exports, the newest first.
  @GET
  @RolesAllowed(Permission.EXPORT_READ)
  public Page<ExportResponse> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var after = Cursor.decode(cursor, 2);
    var createdAt = after == null ? AFTER_ALL : Ends.time(after.value(0));
    var id = after == null ? LAST : Ends.id(after.value(1));
    var found = exports.list(tenant.id(), seen(tenant), createdAt, id, limit + 1);
    return Page.of(found, limit, ExportsResource::placeOf).map(ExportResponse::of);
  }

  private static Cursor placeOf(Export export) {
    return Cursor.of(export.createdAt().toString(), export.id().toString());
  }

  /// Whose exports the caller sees; null is everybody's.
  static @Nullable Actor seen(CurrentTenant tenant) {
    return tenant.may(Permission.QUERY_READ_ALL) ? null : tenant.actor();
  }

  /// Read an export.
  ///
  /// @param export the id of the export
  @GET
  @Path("{export}")
  @RolesAllowed(Permission.EXPORT_READ)
  @RecordedOncePer("export")
  public ExportResponse read(@PathParam("export") UUID export) {
    return ExportResponse.of(exports.find(tenant.id(), seen(tenant), export));
  }

  /// Cancel an export. What it has written is removed; one that has ended stays as it is.
  ///
  /// @param export the id of the export
  @DELETE
  @Path("{export}")
  @RolesAllowed(Permission.EXPORT_WRITE)
  @APIResponseSchema(value = ExportResponse.class, responseCode = "202")
  public Response cancel(@PathParam("export") UUID export) {
    var _ = exports.find(tenant.id(), seen(tenant), export);
    exports.cancel(tenant.id(), export);
    var found = exports.find(tenant.id(), seen(tenant), export);
    return Response.accepted(ExportResponse.of(found)).build();
  }
}
