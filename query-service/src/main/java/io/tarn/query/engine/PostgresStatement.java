package io.tarn.query.engine;

import io.tarn.query.scan.ScanVolume;
import io.tarn.query.scan.ScanVolumes;
import io.tarn.sql.Translation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/// A statement on a connection of its own, in a transaction.
final class PostgresStatement implements OpenStatement {
  /// A condition stands in the plan once for each partition, so plans can be long.
  private static final int LONGEST_PLAN = 200_000;

  private static final int PLAN_LINES_AT_A_TIME = 1;

  private final Connection connection;
  private final Translation statement;

  PostgresStatement(Connection connection, Translation statement) {
    this.connection = connection;
    this.statement = statement;
  }

  @Override
  public Optional<ScanVolume> volume() {
    try {
      return ScanVolumes.of(connection, statement);
    } catch (SQLException failure) {
      throw PostgresFailures.of(failure);
    }
  }

  @Override
  public Rows rows(int fetch) {
    try {
      return run(fetch);
    } catch (SQLException failure) {
      throw PostgresFailures.of(failure);
    }
  }

  private Rows run(int fetch) throws SQLException {
    var prepared = connection.prepareStatement(statement.sql());
    try {
      bind(prepared);
      prepared.setFetchSize(fetch);
      return new PostgresRows(prepared, prepared.executeQuery(), statement);
    } catch (SQLException | RuntimeException | Error failure) {
      prepared.close();
      throw failure;
    }
  }

  @Override
  public List<String> plan() {
    try (var explain = connection.prepareStatement("explain " + statement.sql())) {
      bind(explain);
      explain.setFetchSize(PLAN_LINES_AT_A_TIME);
      try (var rows = explain.executeQuery()) {
        return lines(rows);
      }
    } catch (SQLException failure) {
      throw PostgresFailures.of(failure);
    }
  }

  /// Unlike the cancel of a JDBC statement, this one reaches the database while rows are fetched as
  /// well.
  @Override
  public void cancel() {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
    } catch (SQLException failure) {
      throw PostgresFailures.of(failure);
    }
  }

  private void bind(PreparedStatement prepared) throws SQLException {
    int position = 1;
    for (var parameter : statement.parameters()) {
      prepared.setObject(position++, parameter);
    }
  }

  private static List<String> lines(ResultSet rows) throws SQLException {
    var lines = new ArrayList<String>();
    var left = LONGEST_PLAN;
    while (rows.next()) {
      var line = rows.getString(1);
      if (line.length() > left) {
        lines.add("… (the plan goes on)");
        return lines;
      }
      left -= line.length();
      lines.add(line);
    }
    return lines;
  }
}
