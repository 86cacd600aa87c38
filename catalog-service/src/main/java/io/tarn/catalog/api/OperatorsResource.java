package io.tarn.catalog.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.membership.OperatorAssignment;
import io.tarn.catalog.membership.OperatorService;
import io.tarn.catalog.tenant.TenantService;
import io.tarn.service.gate.Permission;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import io.tarn.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Which operators work in which tenants; for platform-admins.
@Path("/v1/operators")
@RunOnVirtualThread
public class OperatorsResource {
  private final OperatorService operators;
  private final TenantService tenants;

  /// An assignment to be made.
  ///
  /// @param issuer the issuer of the identity provider that knows the operator
  /// @param subject who the operator is there
  /// @param tenant the id or slug of the tenant
  /// @param expiresAt when the assignment ends, a time to come; absent is without end
  public record AssignRequest(
      @NotBlank @Size(max = 500) String issuer,
      @NotBlank @Size(max = 255) String subject,
      @NotBlank @Size(max = 64) String tenant,
      @Nullable @Future Instant expiresAt) {}

  /// An operator's assignment to a tenant.
  ///
  /// @param id the id of the assignment
  /// @param tenant the id of the tenant
  /// @param issuer the issuer of the identity provider that knows the operator
  /// @param subject who the operator is there
  /// @param expiresAt when the assignment ends; null is without end
  /// @param createdAt when it was made
  public record AssignmentResponse(
      UUID id,
      String tenant,
      String issuer,
      String subject,
      @Nullable Instant expiresAt,
      Instant createdAt) {
    static AssignmentResponse of(OperatorAssignment assignment) {
      return new AssignmentResponse(
          assignment.id(),
          assignment.tenant().value(),
          assignment.issuer(),
          assignment.subject(),
          assignment.expiresAt(),
          assignment.createdAt());
    }
  }

  OperatorsResource(OperatorService operators, TenantService tenants) {
    this.operators = operators;
    this.tenants = tenants;
  }

  /// List which operators work in which tenants.
  @GET
  @RolesAllowed(Permission.OPERATOR_READ)
  public Page<AssignmentResponse> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return operators.list(Cursor.decode(cursor, 1), limit).map(AssignmentResponse::of);
  }

  /// Assign an operator to a tenant.
  @POST
  @RolesAllowed(Permission.OPERATOR_WRITE)
  @ResponseStatus(201)
  public AssignmentResponse assign(@Valid @NotNull AssignRequest request) {
    var tenant = tenants.findNamed(request.tenant()).orElseThrow(ProblemException::notFound);
    return AssignmentResponse.of(
        operators.assign(tenant.id(), request.issuer(), request.subject(), request.expiresAt()));
  }

  /// Remove an assignment.
  ///
  /// @param assignment the id of the assignment
  @DELETE
  @Path("{assignment}")
  @RolesAllowed(Permission.OPERATOR_WRITE)
  public void remove(@PathParam("assignment") UUID assignment) {
    operators.remove(assignment);
  }
}
