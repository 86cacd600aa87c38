package io.tarn.scheduler.ledger.report;

import io.tarn.scheduler.ledger.report.MonthReport.ListedChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of a CSV with named columns; those that nobody sets are empty.
final class CsvRow {
  private final Map<String, String> values = new LinkedHashMap<>();

  CsvRow(List<String> columns) {
    columns.forEach(column -> values.put(column, ""));
  }

  /// @param value null stays empty
  CsvRow with(String column, @Nullable Object value) {
    if (values.replace(column, value == null ? "" : value.toString()) == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return this;
  }

  CsvRow with(Standing standing) {
    return with("changes", standing.changes())
        .with("needed", standing.needed())
        .with("approved", standing.approved())
        .with("approvedLate", standing.late())
        .with("emergency", standing.emergency())
        .with("unapproved", standing.unapproved())
        .with("pending", standing.pending())
        .with("automated", standing.automated())
        .with("exempt", standing.exempt())
        .with("share", standing.share());
  }

  CsvRow with(ListedChange change) {
    return with("eventTime", change.eventTime())
        .with("who", change.who())
        .with("account", change.accountId())
        .with("service", change.service())
        .with("event", change.eventName())
        .with("verdict", change.verdict().wireName())
        .with("reviewer", change.reviewer())
        .with("reviewReason", change.reviewReason())
        .with("reviewedAt", change.reviewedAt());
  }

  List<String> values() {
    return List.copyOf(values.values());
  }
}
