package io.tarn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/// A plain connection to the database of a product; an error ends the bench.
public record Database(Connection connection) implements AutoCloseable {
  /// Reads one row.
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  public static Database open(String url, String login, String password) throws IOException {
    try {
      return new Database(DriverManager.getConnection(url, login, password));
    } catch (SQLException failure) {
      throw refused(failure);
    }
  }

  /// Runs statements in order.
  public void run(String... statements) throws IOException {
    try (var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw refused(failure);
    }
  }

  public <T> List<T> query(String sql, Row<T> row) throws IOException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      var rows = new ArrayList<T>();
      while (found.next()) {
        rows.add(row.read(found));
      }
      return rows;
    } catch (SQLException failure) {
      throw refused(failure);
    }
  }

  /// Reads a file of COPY's binary form into a table.
  void copyIn(String table, Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var _ =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy %s from stdin (format binary)".formatted(table), in);
    } catch (SQLException failure) {
      throw refused(failure);
    }
  }

  /// Writes the rows of a query into a file in COPY's binary format.
  void copyOut(String query, Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      var _ =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("copy (%s) to stdout (format binary)".formatted(query), out);
    } catch (SQLException failure) {
      throw refused(failure);
    }
  }

  /// The error of the database as an IOException.
  public static IOException refused(SQLException failure) {
    return new IOException("The database refuses: " + failure.getMessage(), failure);
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw refused(failure);
    }
  }
}
