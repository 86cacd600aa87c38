package io.tarn.scheduler.run;

import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;

/// Grants by which runs act as the owners of their schedules.
public interface OwnerGrants {
  /// A grant for query-service in the owner's name, of this moment.
  ///
  /// @throws RunFault.OwnerRefused if the owner may not run schedules of the tenant any more
  /// @throws RunFault.Passing if nobody can tell now
  String grantFor(TenantId tenant, Actor owner, String requestId);
}
