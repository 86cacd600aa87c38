package io.tarn.scheduler.chargeback;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.schedule.ScheduledQuery.ScheduledVersion;
import io.tarn.sql.parameter.ParameterDeclaration;
import java.util.List;

/// Statements of kept queries, as the caller of a grant sees them.
public interface KeptStatements {
  /// @param grant by which this service was called
  /// @throws ChargebackException.Invalid if the caller sees no such query
  /// @throws io.tarn.scheduler.schedule.ScheduleException.CheckUnavailable if nobody can tell now
  Kept find(TenantId tenant, String grant, ScheduledVersion query);

  /// A version of a kept query.
  ///
  /// @param query with its version
  record Kept(ScheduledVersion query, String statement, List<ParameterDeclaration> parameters) {
    public Kept {
      parameters = List.copyOf(parameters);
    }
  }
}
