package io.tarn.scheduler.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.schedule.ScheduledQuery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The executions of query-service, as the owner of a grant sees them.
public interface Executions {
  /// Lets a query run. A repeated submission under the same key is the same execution.
  ///
  /// @param window what the ends of `{{window}}` stand for; null for none
  /// @throws RunFault if it is refused, or cannot be asked now
  UUID submit(
      TenantId tenant,
      String grant,
      String idempotencyKey,
      ScheduledQuery query,
      @Nullable RunWindow window);

  /// Looks at an execution, after its end or that time, whichever comes first.
  ///
  /// @throws RunFault if it is refused, or cannot be asked now
  Execution await(TenantId tenant, String grant, UUID id, Duration patience);

  /// Reads the rows of a finished execution.
  ///
  /// @throws RunFault if they cannot be read, or not now
  void read(TenantId tenant, String grant, UUID id, RowVisitor visitor);

  /// Up to which position the tenant's stores are complete.
  ///
  /// @throws RunFault if nobody can tell now
  long position(TenantId tenant, String grant);

  /// Sees a result: its columns first, then each row.
  interface RowVisitor {
    void columns(List<String> names);

    /// @param row a list of values, in the order of the columns
    void row(JsonNode row);
  }

  /// Asks an execution to end. One that has ended stays as it is.
  ///
  /// @throws RunFault if it is refused, or cannot be asked now
  void cancel(TenantId tenant, String grant, UUID id);

  /// Where an execution stands.
  enum State {
    LIVE,
    FINISHED,
    FAILED,
    CANCELLED,
    TIMED_OUT
  }

  /// An execution.
  ///
  /// @param problem the problem document; null where there was none
  /// @param isPassing whether another execution may do better
  /// @param rows rows of the result so far
  /// @param bytes bytes of the stored result; null before there is one
  record Execution(
      State state,
      @Nullable Map<String, Object> problem,
      boolean isPassing,
      long rows,
      @Nullable Long bytes) {}
}
