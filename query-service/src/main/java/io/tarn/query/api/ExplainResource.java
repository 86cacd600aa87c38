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

/// Shows how a statement is understood and answered, without running it.
@Path("/v1/tenants/{tenant}/queries:explain")
@RunOnVirtualThread
public class ExplainResource {
  private final StatementInspector inspector;
  private final CurrentTenant tenant;

  ExplainResource(StatementInspector inspector, CurrentTenant tenant) {
    this.inspector = inspector;
    this.tenant = tenant;
  }

  /// Show how a statement is understood and answered. It is not run.
  @POST
  @RolesAllowed(Permission.QUERY_RUN)
  public ExplainResponse explain(@Valid @NotNull SubmitQueryRequest request) {
    var explanation = inspector.explain(tenant.id(), request.text());
    var translation = explanation.translation();
    return new ExplainResponse(
        explanation.tree().lines().toList(),
        translation.sql().lines().toList(),
        translation.parameters().stream().map(Parameter::of).toList(),
        ResultColumn.of(translation),
        explanation.plan());
  }

  /// How a statement is understood and answered, each text as its lines.
  ///
  /// @param tree the statement as Tarn understands it
  /// @param sql what the database is asked, with a `?` for each parameter
  /// @param parameters the values of the parameters, in the order of the SQL
  /// @param columns the columns that the result would have
  /// @param plan how the database would answer
  public record ExplainResponse(
      List<String> tree,
      List<String> sql,
      List<Parameter> parameters,
      List<ResultColumn> columns,
      List<String> plan) {
    public ExplainResponse {
      tree = List.copyOf(tree);
      sql = List.copyOf(sql);
      parameters = List.copyOf(parameters);
      columns = List.copyOf(columns);
      plan = List.copyOf(plan);
    }
  }

  /// A bound value.
  ///
  /// @param type the Java type of the value, such as `String`
  /// @param value the value as text
  public record Parameter(String type, String value) {
    static Parameter of(Object value) {
      return new Parameter(value.getClass().getSimpleName(), value.toString());
    }
  }
}
