package io.tarn.query.result;

import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// Keeps results, page by page, in the service's own schema.
@ApplicationScoped
public class ResultPageStore {
  private static final String INSERT =
      """
      insert into result_pages (tenant_id, execution_id, first_row, row_count, content)
      values (?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      """
      select first_row, row_count, content
      from result_pages
      where tenant_id = ? and execution_id = ? and first_row <= ?
      order by first_row desc
      limit 1
      """;
  private static final String DELETE =
      "delete from result_pages where tenant_id = ? and execution_id = ?";

  private final DataSource database;

  ResultPageStore(DataSource database) {
    this.database = database;
  }

  /// Commits at once: a result grows on disk while its execution runs, not in memory.
  public void add(TenantId tenant, UUID execution, ResultPage page) throws SQLException {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, tenant.value());
      insert.setObject(2, execution);
      insert.setLong(3, page.firstRow());
      insert.setInt(4, page.rows());
      insert.setBytes(5, page.content());
      insert.executeUpdate();
    }
  }

  /// The page that holds this row, counted from 0.
  public Optional<ResultPage> find(TenantId tenant, UUID execution, long row) throws SQLException {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(FIND)) {
      query.setString(1, tenant.value());
      query.setObject(2, execution);
      query.setLong(3, row);
      try (var found = query.executeQuery()) {
        if (!found.next()) {
          return Optional.empty();
        }
        var page = new ResultPage(found.getLong(1), found.getInt(2), found.getBytes(3));
        return Optional.of(page).filter(held -> row < held.firstRow() + held.rows());
      }
    }
  }

  /// Forgets what an execution had stored before it failed.
  public void delete(TenantId tenant, UUID execution) throws SQLException {
    try (var connection = database.getConnection();
        var delete = connection.prepareStatement(DELETE)) {
      delete.setString(1, tenant.value());
      delete.setObject(2, execution);
      delete.executeUpdate();
    }
  }
}
