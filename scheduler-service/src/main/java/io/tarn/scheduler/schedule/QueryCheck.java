package io.tarn.scheduler.schedule;

import io.tarn.common.tenant.TenantId;

/// Tells before a schedule is kept whether what it runs can be run.
public interface QueryCheck {
  /// Checks the query of a plan as the caller of a grant sees it.
  ///
  /// @param grant by which this service was called
  /// @throws ScheduleException.Invalid naming what is wrong with it
  /// @throws ScheduleException.CheckUnavailable if nobody can tell now
  void check(TenantId tenant, String grant, SchedulePlan plan);

  /// Checks a query that is run once, without a window, as the caller of a grant sees it.
  ///
  /// @param grant by which this service was called
  /// @throws ScheduleException.Invalid naming what is wrong with it
  /// @throws ScheduleException.CheckUnavailable if nobody can tell now
  void checkOnce(TenantId tenant, String grant, ScheduledQuery query);

  /// Up to which position the tenant's stores are complete.
  ///
  /// @throws ScheduleException.CheckUnavailable if nobody can tell now
  long position(TenantId tenant, String grant);
}
