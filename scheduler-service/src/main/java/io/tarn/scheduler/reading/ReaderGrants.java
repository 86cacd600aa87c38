package io.tarn.scheduler.reading;

import io.tarn.common.tenant.TenantId;

/// Grants by which this service reads in its own name.
public interface ReaderGrants {
  /// A grant for query-service, of this moment.
  ///
  /// @throws io.tarn.scheduler.run.RunFault if the tenant is not active, or nobody can tell now
  String grantFor(TenantId tenant, ReadPurpose purpose, String requestId);
}
