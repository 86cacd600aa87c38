package io.tarn.ingest.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Plain JDBC in few words. Transactions end here, whatever happens in them.
public final class Sql {
  private Sql() {}

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

  /// How to read one row.
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
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

  /// The same for work without an answer.
  public static void runInTransaction(DataSource database, Task task) throws SQLException {
    Work<Boolean> work =
        connection -> {
          task.run(connection);
          return true;
        };
    inTransaction(database, work);
  }

  /// Runs one statement with bound values; answers the number of rows.
  public static int execute(Connection connection, String statement, @Nullable Object... values)
      throws SQLException {
    try (var prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, values[i]);
      }
      return prepared.execute() ? 0 : prepared.getUpdateCount();
    }
  }

  /// Runs a statement that takes no values.
  public static void run(Connection connection, String statement) throws SQLException {
    try (var plain = connection.createStatement()) {
      plain.execute(statement);
    }
  }

  /// All rows of a query.
  public static <T> List<T> query(Connection connection, String query, Row<T> row, Object... values)
      throws SQLException {
    try (var prepared = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, values[i]);
      }
      try (var results = prepared.executeQuery()) {
        var rows = new ArrayList<T>();
        while (results.next()) {
          rows.add(row.read(results));
        }
        return rows;
      }
    }
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
