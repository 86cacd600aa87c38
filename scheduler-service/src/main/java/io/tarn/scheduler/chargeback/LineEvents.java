package io.tarn.scheduler.chargeback;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.run.RunWindow;
import io.tarn.scheduler.schedule.ScheduledQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows behind lines, as the caller of a grant sees them.
public interface LineEvents {
  /// Some rows, from a cursor on.
  ///
  /// @param grant by which this service was called
  /// @param key names what is asked: a repeated call reads the same execution
  /// @param cursor null is the first page
  /// @throws ChargebackException.EventsUnavailable if they are refused, or cannot be read now
  Rows read(TenantId tenant, String grant, String key, Asked asked, @Nullable String cursor);

  /// What is asked.
  record Asked(ScheduledQuery query, RunWindow window) {}

  /// A page of rows.
  ///
  /// @param columns names of the columns
  /// @param rows arrays of values in the order of the columns
  /// @param isTruncated whether the whole result is longer than results may be
  /// @param nextCursor where the next page begins; null on the last one
  record Rows(
      List<String> columns, List<JsonNode> rows, boolean isTruncated, @Nullable String nextCursor) {
    public Rows {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }
}
