package io.tarn.query.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.query.execution.ExecutionState;
import io.tarn.query.execution.QueryException;
import io.tarn.query.execution.QueryExecution;
import io.tarn.query.execution.QueryService;
import io.tarn.query.result.ResultCursors;
import io.tarn.query.result.ResultReader;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.gate.RecordedOncePer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// The rows of a finished execution, page by page.
@Path("/v1/tenants/{tenant}/queries/{queryId}/results")
@RunOnVirtualThread
public class ResultResource {
  private final QueryService queries;
  private final ResultReader reader;
  private final ResultCursors cursors;
  private final CurrentTenant tenant;

  ResultResource(
      QueryService queries, ResultReader reader, ResultCursors cursors, CurrentTenant tenant) {
    this.queries = queries;
    this.reader = reader;
    this.cursors = cursors;
    this.tenant = tenant;
  }

  /// Read the rows of a finished execution. A page has at most `limit` rows, and fewer where rows
  /// are long; only `nextCursor` says that there are more.
  ///
  /// @param format `json`: each row is a list of typed values; `lake`: each row is a list of
  ///     objects with one key and a text, as in Lake
  /// @param queryId the id of the execution
  @GET
  @RolesAllowed(Permission.QUERY_READ)
  @RecordedOncePer("queryId")
  public ResultsResponse read(
      @PathParam("queryId") String queryId,
      @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(1000) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("format") @DefaultValue("json") @Pattern(regexp = "json|lake") String format) {
    var execution =
        queries.find(tenant.id(), QueryResource.viewer(tenant), QueryResource.idOfPath(queryId));
    if (execution.state() != ExecutionState.FINISHED) {
      throw new QueryException.NoResults(execution.state());
    }
    if (format.equals("json")) {
      return ResultsResponse.typed(execution.columns(), rows(execution, cursor, limit, 0));
    }
    return ResultsResponse.lake(
        execution.columns(),
        rows(execution, cursor, limit, ResultsResponse.bytesOfNames(execution.columns())));
  }

  private ResultReader.Rows rows(
      QueryExecution execution, @Nullable String cursor, int limit, long besideEach) {
    var key = execution.key();
    var first = cursor == null ? 0 : cursors.row(key.tenant(), key.id(), cursor);
    var result = execution.result();
    if (result == null) {
      throw new QueryException.ResultsExpired();
    }
    return reader.read(key.tenant(), key.id(), result, first, first + limit, besideEach);
  }
}
