package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.approval.Approval;
import io.tarn.scheduler.approval.ApprovalFilter;
import io.tarn.scheduler.approval.ApprovalHistory;
import io.tarn.scheduler.approval.ApprovalKey;
import io.tarn.scheduler.approval.ApprovalService;
import io.tarn.scheduler.approval.ApprovalService.Place;
import io.tarn.scheduler.approval.ApprovalState;
import io.tarn.scheduler.approval.Receipt;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import io.tarn.service.request.Storable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/// Approvals of changes, as the systems of a tenant tell them.
@Path("/v1/tenants/{tenant}/approvals")
@RunOnVirtualThread
public class ApprovalsResource {
  private final ApprovalService approvals;
  private final CurrentTenant tenant;

  ApprovalsResource(ApprovalService approvals, CurrentTenant tenant) {
    this.approvals = approvals;
    this.tenant = tenant;
  }

  /// Keep a version of an approval. A version that is known with the same content changes nothing;
  /// with other content it is refused. A version that is older than the newest is kept in the
  /// history only. The answer is what the newest version says.
  ///
  /// @param system the system that it comes from: servicenow
  /// @param id its name there: CHG0031
  @PUT
  @Path("{system}/{id}")
  @RolesAllowed(Permission.APPROVAL_WRITE)
  @APIResponseSchema(value = ApprovalResponse.class, responseCode = "201")
  public Response keep(
      @PathParam("system") String system,
      @PathParam("id") String id,
      @Valid @NotNull SaveApprovalRequest request) {
    var kept = approvals.keep(tenant.id(), request.draft(system, id));
    var isNew = kept.receipt() == Receipt.NEW || kept.receipt() == Receipt.NEWER;
    return Response.status(isNew ? 201 : 200).entity(ApprovalResponse.of(kept.history())).build();
  }

  /// List the approvals of the tenant by their newest versions, those first that changed last.
  ///
  /// @param state only those that stand so: requested, approved, rejected, cancelled or closed
  /// @param system only those of this system
  /// @param text only those with this in the id, the title or the requester; case does not matter
  /// @param from only those whose window ends after this time
  /// @param to only those whose window begins before this time
  @GET
  @RolesAllowed(Permission.APPROVAL_READ)
  public Page<ApprovalResponse> list(
      @QueryParam("state")
          @Nullable
          @Pattern(regexp = "requested|approved|rejected|cancelled|closed")
          String state,
      @QueryParam("system") @Nullable @Size(max = 40) String system,
      @QueryParam("text") @Nullable @Size(max = 200) String text,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var after = Cursor.decode(cursor, 3);
    var place =
        after == null ? null : new Place(Ends.time(after.value(0)), after.value(1), after.value(2));
    var filter =
        new ApprovalFilter(
            state == null ? null : ApprovalState.of(state).orElseThrow(),
            system,
            text,
            Storable.instant("from", from),
            Storable.instant("to", to));
    var found = approvals.list(tenant.id(), filter, place, limit + 1);
    return Page.bounded(found, limit, ApprovalsResource::placeOf, ApprovalsResource::sizeOf)
        .map(ApprovalResponse::of);
  }

  private static Cursor placeOf(ApprovalHistory history) {
    var last = history.latest();
    return Cursor.of(last.changedAt().toString(), last.system(), last.id());
  }

  private static long sizeOf(ApprovalHistory history) {
    Approval latest = history.latest();
    var scope = latest.scope();
    return 3_000L
        + Stream.of(scope.actions(), scope.resources(), scope.accounts())
            .flatMap(entries -> entries.stream())
            .mapToLong(String::length)
            .sum();
  }

  /// Read an approval with all its versions.
  ///
  /// @param system the system that it comes from
  /// @param id its name there
  @GET
  @Path("{system}/{id}")
  @RolesAllowed(Permission.APPROVAL_READ)
  public ApprovalHistoryResponse read(
      @PathParam("system") String system, @PathParam("id") String id) {
    return ApprovalHistoryResponse.of(approvals.find(tenant.id(), new ApprovalKey(system, id)));
  }
}
