package io.tarn.sql;

import io.tarn.sql.rule.CountMatched;
import io.tarn.sql.tree.Relation;
import java.util.List;
import java.util.OptionalInt;

/// A translated statement.
///
/// @param sql PostgreSQL text with JDBC's `?` for each parameter
/// @param parameters values in the order of the marks: String, Long, Double, BigDecimal, Boolean,
///     LocalDate, LocalTime, LocalDateTime or byte[], each fit for `PreparedStatement.setObject`
/// @param columns the columns of the result; the row has further ones which these read
/// @param stores the event data stores that the statement names
/// @param timeRange the event times that its conditions leave
/// @param tree the tree that was rendered
/// @param matched where a row says how many events it is made of; only in a translation to be run,
///     and absent where each row is one event, or rows cannot be told to be made of events
public record Translation(
    String sql,
    List<Object> parameters,
    List<OutputColumn> columns,
    List<EventDataStore> stores,
    TimeRange timeRange,
    Relation tree,
    OptionalInt matched) {
  public Translation {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
    stores = List.copyOf(stores);
  }

  /// Whether each row is an event.
  public boolean isOfEvents() {
    return CountMatched.isOfEvents(tree);
  }
}
