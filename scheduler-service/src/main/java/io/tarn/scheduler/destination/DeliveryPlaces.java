package io.tarn.scheduler.destination;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.run.RunFault;

/// Tells where results of tenants are delivered.
public interface DeliveryPlaces {
  /// @throws RunFault.Passing if nobody can tell now
  /// @throws RunFault.Refused if the tenant has no such place
  DeliveryPlace placeOf(TenantId tenant);
}
