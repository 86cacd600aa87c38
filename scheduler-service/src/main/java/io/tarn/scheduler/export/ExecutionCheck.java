package io.tarn.scheduler.export;

import io.tarn.common.tenant.TenantId;
import java.util.UUID;

/// Tells whether the caller may read an execution's result.
public interface ExecutionCheck {
  /// @param grant the grant that this service was called with
  /// @throws ExportException.NotFound if the caller sees no such execution
  /// @throws ExportException.CheckUnavailable if nobody can tell now
  void check(TenantId tenant, String grant, UUID execution);
}
