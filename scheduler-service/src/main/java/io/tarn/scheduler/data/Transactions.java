package io.tarn.scheduler.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Runs work in a transaction of its own: all of it is done, or nothing.
@ApplicationScoped
public class Transactions {
  private final DataSource database;

  /// What is done in a transaction.
  @FunctionalInterface
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /// What is done in a transaction and has no result.
  @FunctionalInterface
  public interface Action {
    void run(Connection connection) throws SQLException;
  }

  public Transactions(DataSource database) {
    this.database = database;
  }

  /// Does what has no result and commits it.
  ///
  /// @throws IllegalStateException if the database cannot; then it may have been done or not
  public void run(Action action) {
    var _ =
        in(
            connection -> {
              action.run(connection);
              return true;
            });
  }

  /// Does the work and commits it.
  ///
  /// @throws IllegalStateException if the database cannot; then it may have been done or not
  public <T> T in(Work<T> work) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var result = work.run(connection);
        connection.commit();
        return result;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("schedules cannot be read or written", failure);
    }
  }
}
