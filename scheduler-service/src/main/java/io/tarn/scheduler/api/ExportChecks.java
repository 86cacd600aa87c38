package io.tarn.scheduler.api;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.destination.DestinationException;
import io.tarn.scheduler.export.ExecutionCheck;
import io.tarn.scheduler.export.ExportException;
import io.tarn.scheduler.export.ExportRequest;
import io.tarn.scheduler.schedule.QueryCheck;
import io.tarn.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/// Whether the caller may export what they ask for: nobody exports what they may not read.
@ApplicationScoped
class ExportChecks {
  private final ExecutionCheck executions;
  private final QueryCheck queries;

  ExportChecks(ExecutionCheck executions, QueryCheck queries) {
    this.executions = executions;
    this.queries = queries;
  }

  /// @param grant the grant that this service was called with
  /// @param seesDestinations whether the caller may name a destination
  void check(TenantId tenant, String grant, ExportRequest request, boolean seesDestinations) {
    if (request.destination() != null && !seesDestinations) {
      throw new DestinationException.NotFound();
    }
    if (request.execution() != null) {
      try {
        executions.check(tenant, grant, request.execution());
      } catch (ExportException.NotFound _) {
        throw ProblemException.invalid("execution", "is no execution that you see");
      }
    } else if (request.query() != null) {
      queries.check(tenant, grant, request.query(), null);
    }
  }
}
