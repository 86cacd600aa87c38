package io.tarn.query.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.query.execution.ResultColumn;
import io.tarn.query.execution.StatementInspector;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/// Looks at a statement without running it: its columns, or all that is wrong and where.
@Path("/v1/tenants/{tenant}/queries:validate")
@RunOnVirtualThread
public class ValidationResource {
  private final StatementInspector inspector;
  private final CurrentTenant tenant;

  ValidationResource(StatementInspector inspector, CurrentTenant tenant) {
    this.inspector = inspector;
    this.tenant = tenant;
  }

  /// Check a statement. It is not run: the answer has its columns, or all that is wrong and where.
  @POST
  @RolesAllowed(Permission.QUERY_RUN)
  public ValidationResponse validate(@Valid @NotNull SubmitQueryRequest request) {
    return new ValidationResponse(inspector.columns(tenant.id(), request.text()));
  }

  /// What the result of a statement would be.
  ///
  /// @param columns its columns
  public record ValidationResponse(List<ResultColumn> columns) {
    public ValidationResponse {
      columns = List.copyOf(columns);
    }
  }
}
