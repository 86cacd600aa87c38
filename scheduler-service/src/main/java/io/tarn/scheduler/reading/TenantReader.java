package io.tarn.scheduler.reading;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.run.Executions.RowVisitor;
import io.tarn.scheduler.run.RunWindow;
import io.tarn.scheduler.schedule.ScheduledQuery;
import org.jspecify.annotations.Nullable;

/// Lets statements run over a tenant's events through query-service, as the tenant, in this
/// service's own name.
public interface TenantReader {
  /// Up to which position (exclusive) the tenant's stores are complete. Events that come later have
  /// this position or a higher one.
  ///
  /// @throws io.tarn.scheduler.run.RunFault if nobody can tell now
  long position(TenantId tenant, ReadPurpose purpose);

  /// Runs a query to its end and reads its rows. A repeated call under the same key reads the rows
  /// of the same execution, also where that has failed: whoever tries again after a fault takes
  /// another key.
  ///
  /// @param key names what is asked, unique within the tenant; of at most 200 characters
  /// @param window what `{{window.start}}` or `{{window.startPosition}}` stand for; null for none
  /// @throws io.tarn.scheduler.run.RunFault if it is refused, fails, or cannot be asked now; the
  ///     visitor may have seen rows
  /// @throws ResultTruncatedException if rows would be missing; the visitor has seen none
  void read(
      TenantId tenant,
      ReadPurpose purpose,
      String key,
      ScheduledQuery query,
      @Nullable RunWindow window,
      RowVisitor visitor);
}
