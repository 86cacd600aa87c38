package io.tarn.scheduler.export;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.run.RunFault;
import io.tarn.service.gate.Actor;

/// Grants by which exports read results as their owners.
public interface ExportGrants {
  /// A grant for query-service in the owner's name, of this moment.
  ///
  /// @throws RunFault.OwnerRefused if the owner may not export results of the tenant any more
  /// @throws RunFault.Passing if nobody can tell now
  String grantFor(TenantId tenant, Actor owner, String requestId);
}
