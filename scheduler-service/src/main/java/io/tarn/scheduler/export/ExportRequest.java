package io.tarn.scheduler.export;

import io.tarn.scheduler.export.format.ExportFormat;
import io.tarn.scheduler.schedule.ScheduledQuery;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be exported, and where to.
///
/// @param execution the execution whose result it is; null with a query
/// @param query what is run first; null with an execution
/// @param destination null is the tenant's own bucket
/// @param run the run of a schedule that it belongs to; null for an export by itself
public record ExportRequest(
    @Nullable UUID execution,
    @Nullable ScheduledQuery query,
    ExportFormat format,
    @Nullable UUID destination,
    @Nullable OfRun run) {

  /// A run of a schedule.
  public record OfRun(UUID id, UUID schedule) {}

  public ExportRequest {
    if ((execution == null) == (query == null)) {
      throw new IllegalArgumentException("either an execution or a query is exported");
    }
  }
}
