package io.tarn.acceptance.browser;

import io.tarn.acceptance.product.Product;
import io.tarn.common.secret.MasterSecret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Holds the event tables of a tenant in the database, so that every statement over them takes as
/// long as a test needs.
final class HeldTables implements AutoCloseable {
  private static final String OWNER = "tarn_ingest";
  private static final int EDGE = 8080;
  private static final int POSTGRES = 8132;

  private final Connection connection;

  HeldTables(Product product, String tenantId) throws SQLException {
    var port = product.edge().getPort() - EDGE + POSTGRES;
    var password = MasterSecret.load(product.masterSecret()).derive("postgres-login", OWNER);
    connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/tarn", OWNER, password);
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      for (var table : tables("t_" + tenantId)) {
        statement.execute("lock table " + table + " in access exclusive mode");
      }
    }
  }

  private List<String> tables(String schema) throws SQLException {
    var named =
        "select format('%I.%I', schemaname, tablename) from pg_tables"
            + " where schemaname = ? and tablename ~ '^eds_[0-9a-f]{32}$'";
    try (var query = connection.prepareStatement(named)) {
      query.setString(1, schema);
      var rows = query.executeQuery();
      var tables = new ArrayList<String>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      if (tables.isEmpty()) {
        throw new AssertionError("no event tables in " + schema);
      }
      return tables;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
