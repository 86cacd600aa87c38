package io.tarn.ingest.storage;

import io.tarn.common.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A statement with its bound values: plain JDBC in few words. Transactions end here too,
/// whatever happens in them.
public final class Sql {
  private final String text;
  private final @Nullable Object[] values;

  private Sql(String text, @Nullable Object... values) {
    this.text = text;
    this.values = values;
  }

  /// A statement that takes no values, or the text of one that does.
  public static Sql of(String text) {
    return new Sql(text);
  }

  /// The same statement with a value for each `?`.
  public Sql with(@Nullable Object... all) {
    return new Sql(text, all);
  }

  /// What to do within a transaction.
  @FunctionalInterface
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /// What to do within a transaction that has nothing to answer.
  @FunctionalInterface
  public interface Task {
    void run(Connection connection) throws SQLException;
  }

  /// What to make of one row.
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  /// Runs the work in one transaction: committed if it returns, rolled back if it throws.
  public static <T> T inTransaction(DataSource database, Work<T> work) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      boolean isDone = false;
      try {
        T result = work.run(connection);
        connection.commit();
        isDone = true;
        return result;
      } finally {
        if (!isDone) {
          rollback(connection);
        }
      }
    }
  }

  /// The same, with a failure of the database as the caller's own.
  public static <T> T inTransaction(
      DataSource database, Work<T> work, Function<SQLException, RuntimeException> failed) {
    try {
      return inTransaction(database, work);
    } catch (SQLException failure) {
      throw failed.apply(failure);
    }
  }

  /// The same for work without an answer.
  public static void runInTransaction(DataSource database, Task task) throws SQLException {
    Work<Boolean> work =
        connection -> {
          task.run(connection);
          return true;
        };
    inTransaction(database, work);
  }

  /// A statement and what to do with each of its rows.
  public record Step(Sql statement, RowTask each) {}

  /// What to do with a row.
  @FunctionalInterface
  public interface RowTask {
    void run(Row row) throws SQLException;
  }

  /// Runs statements one after the other in a transaction of their own that takes one round trip:
  /// all are sent before the first is answered, so none can depend on what another has returned.
  /// Each sees what those before it did, and what others committed before it began.
  public static void runTogether(DataSource database, List<Step> steps) throws SQLException {
    var text = steps.stream().map(step -> step.statement.text).collect(Collectors.joining(";\n"));
    var values = steps.stream().flatMap(step -> Arrays.stream(step.statement.values)).toArray();
    try (var connection = database.getConnection();
        var prepared = new Sql(text, values).prepare(connection)) {
      boolean hasRows = prepared.execute();
      for (var step : steps) {
        if (hasRows) {
          readAll(prepared, step.each);
        }
        hasRows = prepared.getMoreResults();
      }
    }
  }

  private static void readAll(PreparedStatement prepared, RowTask each) throws SQLException {
    try (var results = prepared.getResultSet()) {
      var row = new Row(results);
      while (results.next()) {
        each.run(row);
      }
    }
  }

  /// Runs a statement that takes no values.
  public static void run(Connection connection, String statement) throws SQLException {
    try (var plain = connection.createStatement()) {
      plain.execute(statement);
    }
  }

  /// Runs it; answers how many rows it has changed.
  public int execute(Connection connection) throws SQLException {
    try (var prepared = prepare(connection)) {
      return prepared.execute() ? 0 : prepared.getUpdateCount();
    }
  }

  /// All rows of a query.
  public <T> List<T> list(Connection connection, Reader<T> reader) throws SQLException {
    try (var prepared = prepare(connection);
        var results = prepared.executeQuery()) {
      var row = new Row(results);
      var rows = new ArrayList<T>();
      while (results.next()) {
        rows.add(reader.read(row));
      }
      return rows;
    }
  }

  /// Its first row, if it has any.
  public <T> Optional<T> first(Connection connection, Reader<T> reader) throws SQLException {
    return list(connection, reader).stream().findFirst();
  }

  /// The first row of a query that always has one.
  public <T> T one(Connection connection, Reader<T> reader) throws SQLException {
    return list(connection, reader).getFirst();
  }

  /// Its rows by a key; the last where several have the same.
  public <K, V> Map<K, V> map(Connection connection, Reader<K> key, Reader<V> value)
      throws SQLException {
    return list(connection, row -> Map.entry(key.read(row), value.read(row))).stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (_, last) -> last));
  }

  /// Whether it has any row.
  public boolean hasRows(Connection connection) throws SQLException {
    return first(connection, _ -> true).isPresent();
  }

  private PreparedStatement prepare(Connection connection) throws SQLException {
    var prepared = connection.prepareStatement(text);
    for (int i = 0; i < values.length; i++) {
      prepared.setObject(i + 1, values[i] instanceof TenantId tenant ? tenant.value() : values[i]);
    }
    return prepared;
  }

  /// A connection that cannot roll back is broken, and the database has rolled back by itself.
  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException _) {
      return;
    }
  }
}
