package io.tarn.scheduler.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.run.RunFault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Results of query-service, as the owner of a grant sees them.
public interface ExportSource {
  /// @throws RunFault if it is refused, or cannot be asked now
  ExportedExecution describe(TenantId tenant, String grant, UUID execution);

  /// Some rows of a result, from a cursor on.
  ///
  /// @param cursor null is the first page
  /// @throws RunFault if it is refused, or cannot be asked now
  Page page(TenantId tenant, String grant, UUID execution, @Nullable String cursor);

  /// A page of rows.
  ///
  /// @param rows arrays of values in the order of the columns
  /// @param nextCursor where the next page begins; null on the last one
  record Page(List<JsonNode> rows, @Nullable String nextCursor) {
    public Page {
      rows = List.copyOf(rows);
    }
  }
}
