package io.tarn.query.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tarn.sql.Translation;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;

/// Rows of a JDBC result, which is closed with its statement.
final class PostgresRows implements Rows {
  private final Statement executed;
  private final ResultSet result;
  private final PostgresRowWriter writer;
  private final OptionalInt matched;

  PostgresRows(Statement executed, ResultSet result, Translation statement) {
    this.executed = executed;
    this.result = result;
    this.writer = new PostgresRowWriter(statement.columns());
    this.matched = statement.matched();
  }

  @Override
  public boolean next() {
    try {
      return result.next();
    } catch (SQLException failure) {
      throw PostgresFailures.of(failure);
    }
  }

  @Override
  public long write(JsonGenerator json) throws IOException {
    try {
      return writer.write(result, json);
    } catch (SQLException failure) {
      throw PostgresFailures.of(failure);
    }
  }

  @Override
  public long events() {
    try {
      return matched.isPresent() ? result.getLong(matched.getAsInt()) : 1;
    } catch (SQLException failure) {
      throw PostgresFailures.of(failure);
    }
  }

  @Override
  public void fetch(int rows) {
    try {
      result.setFetchSize(rows);
    } catch (SQLException failure) {
      throw PostgresFailures.of(failure);
    }
  }

  @Override
  public void close() {
    try {
      executed.close();
    } catch (SQLException failure) {
      throw PostgresFailures.of(failure);
    }
  }
}
