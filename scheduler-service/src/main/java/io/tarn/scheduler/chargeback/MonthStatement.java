package io.tarn.scheduler.chargeback;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The statement of a month, as it stands.
///
/// @param readAt since when all meters are read at least; null where one never was
/// @param problems why meters could not be read last
/// @param credits of a closed month
/// @param closedBy who closed the month; null while it is open
/// @param closedAt when the month was closed; null while it is open
public record MonthStatement(
    Statement statement,
    Basis basis,
    @Nullable Instant readAt,
    List<String> problems,
    List<Credit> credits,
    @Nullable String closedBy,
    @Nullable Instant closedAt) {
  public MonthStatement {
    problems = List.copyOf(problems);
    credits = List.copyOf(credits);
  }
}
