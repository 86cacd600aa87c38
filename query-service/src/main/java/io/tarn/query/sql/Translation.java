package io.tarn.query.sql;

import io.tarn.query.sql.tree.Select;
import java.util.List;

/// A translated statement.
///
/// @param sql PostgreSQL text with JDBC's `?` for each parameter
/// @param parameters values in the order of the marks: String, Long, Double, BigDecimal, Boolean or
///     LocalDateTime, each fit for `PreparedStatement.setObject`
/// @param columns the columns of the result; the row has further ones which these read
/// @param stores the event data stores that the statement names
/// @param timeRange the event times that its WHERE leaves
/// @param tree the tree that was rendered
public record Translation(
    String sql,
    List<Object> parameters,
    List<OutputColumn> columns,
    List<EventDataStore> stores,
    TimeRange timeRange,
    Select tree) {
  public Translation {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
    stores = List.copyOf(stores);
  }
}
