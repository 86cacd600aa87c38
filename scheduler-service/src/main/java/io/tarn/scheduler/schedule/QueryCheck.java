package io.tarn.scheduler.schedule;

import io.tarn.common.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/// Tells before a schedule is kept whether what it runs can be run.
public interface QueryCheck {
  /// Checks a query as the caller of a grant sees it.
  ///
  /// @param grant by which this service was called
  /// @param window of the runs; null for none
  /// @throws ScheduleException.Invalid naming what is wrong with it
  /// @throws ScheduleException.CheckUnavailable if nobody can tell now
  void check(TenantId tenant, String grant, ScheduledQuery query, @Nullable WindowPlan window);

  /// Up to which position the tenant's stores are complete.
  ///
  /// @throws ScheduleException.CheckUnavailable if nobody can tell now
  long position(TenantId tenant, String grant);
}
