package io.tarn.query.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.tarn.common.tenant.TenantId;
import io.tarn.query.sql.Translation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// How large the partitions are that a statement's plan reads: from above, since an index may have
/// spared most of it; without indexes and without values kept out of line.
///
/// The plan is made under the tenant's login. Sizes, which tenants' logins cannot ask for, are
/// asked
/// under the service's own.
@ApplicationScoped
class TouchedPartitions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SIZE =
      """
      select coalesce(sum(pg_catalog.pg_relation_size(c.oid)), 0)
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ? and c.relname = any (?)
      """;

  private final DataSource database;

  TouchedPartitions(DataSource database) {
    this.database = database;
  }

  /// Null where the database does not say; an execution does not fail for that.
  @Nullable Long bytes(TenantId tenant, Connection connection, Translation statement) {
    try {
      return size(tenant, names(plan(connection, statement)));
    } catch (SQLException | JsonProcessingException failure) {
      Log.debugf("no size of what a plan reads: %s", failure.getClass().getSimpleName());
      return null;
    }
  }

  private static JsonNode plan(Connection connection, Translation statement)
      throws SQLException, JsonProcessingException {
    try (var explain =
        connection.prepareStatement("explain (format json, costs off) " + statement.sql())) {
      StatementRun.bind(explain, statement);
      try (var answer = explain.executeQuery()) {
        return answer.next() ? JSON.readTree(answer.getString(1)) : JSON.nullNode();
      }
    }
  }

  private static Set<String> names(JsonNode plan) {
    return new TreeSet<>(plan.findValuesAsText("Relation Name"));
  }

  private long size(TenantId tenant, Set<String> names) throws SQLException {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(SIZE)) {
      query.setString(1, tenant.schema());
      query.setArray(2, connection.createArrayOf("text", names.toArray()));
      try (var sum = query.executeQuery()) {
        return sum.next() ? sum.getLong(1) : 0;
      }
    }
  }
}
