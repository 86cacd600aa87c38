package io.tarn.query.api;

import io.quarkus.logging.Log;
import io.tarn.query.catalogue.CatalogueException;
import io.tarn.query.execution.ExecutionFailure;
import io.tarn.query.execution.QueryException;
import io.tarn.query.execution.QueryException.InvalidStatement;
import io.tarn.query.execution.QueryException.NoResults;
import io.tarn.query.execution.QueryException.NotFound;
import io.tarn.query.execution.QueryException.Rejected;
import io.tarn.query.execution.QueryException.ResultsExpired;
import io.tarn.query.execution.QueryException.TooManyQueries;
import io.tarn.query.execution.QueryExecution;
import io.tarn.query.result.ResultException;
import io.tarn.query.tenantdb.TenantDatabaseException;
import io.tarn.service.problem.Problem;
import io.tarn.service.problem.ProblemException.Violation;
import io.tarn.service.problem.Problems;
import io.tarn.sql.parameter.ParameterException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Turns what queries may fail with into problem documents.
public final class QueryProblems {
  private static final String INVALID_STATEMENT = "invalid-statement";

  @ServerExceptionMapper
  public Response refused(QueryException failure) {
    return switch (failure) {
      case NotFound _ -> Problems.notFound();
      case TooManyQueries e -> later(Problems.response(429, "too-many-queries", e), e.retryAfter());
      case NoResults e -> Problems.response(409, "no-results", e, Map.of("state", e.state()));
      case ResultsExpired e -> Problems.response(410, "results-expired", e);
      case InvalidStatement e ->
          Problems.response(400, INVALID_STATEMENT, e, StatementProblem.members(e.faults()));
      case Rejected e -> Problems.response(statusOf(e.failure()), e.failure().problem(), e);
    };
  }

  private static Response later(Response response, Duration wait) {
    return Response.fromResponse(response)
        .header(HttpHeaders.RETRY_AFTER, wait.toSeconds())
        .build();
  }

  @ServerExceptionMapper
  public Response refused(ParameterException failure) {
    var violations =
        failure.faults().stream()
            .map(fault -> new Violation(fault.field(), fault.message()))
            .toList();
    return Problems.response(400, "invalid-request", failure, Map.of("violations", violations));
  }

  @ServerExceptionMapper
  public Response refused(CatalogueException failure) {
    return switch (failure) {
      case CatalogueException.NotFound _ -> Problems.notFound();
      case CatalogueException.Unavailable _ ->
          Problems.response(
              503, "unavailable", "Kept queries cannot be read at the moment.", Map.of());
    };
  }

  @ServerExceptionMapper
  public Response unavailable(TenantDatabaseException failure) {
    Log.error("a tenant's data cannot be reached", failure);
    return Problems.response(
        503, "unavailable", "The events cannot be reached at the moment.", Map.of());
  }

  @ServerExceptionMapper
  public Response unreadable(ResultException failure) {
    return switch (failure) {
      case ResultException.Damaged e -> {
        Log.errorf(e, "a stored result is damaged: %s", e.object());
        yield Problems.response(500, "result-damaged", e);
      }
      case ResultException.Unavailable e -> {
        Log.error("results cannot be reached", e);
        yield Problems.response(503, "unavailable", e);
      }
    };
  }

  /// Why an execution did not finish, as a problem document inside of its state.
  static @Nullable Problem of(QueryExecution execution) {
    var failure = execution.failure();
    return failure == null
        ? null
        : Problem.of(statusOf(failure), failure.problem(), failure.detail(), Map.of());
  }

  private static int statusOf(ExecutionFailure failure) {
    return switch (failure.problem()) {
      case "internal" -> 500;
      case "execution-interrupted" -> 503;
      default -> 422;
    };
  }
}
