package io.tarn.sql.render.postgres;

import io.tarn.sql.EventDataStore;
import io.tarn.sql.OutputColumn;
import io.tarn.sql.tree.Select;
import java.util.List;

/// Renders a tree for PostgreSQL.
public final class PostgresRenderer {
  private final String tenantSchema;

  public PostgresRenderer(String tenantSchema) {
    this.tenantSchema = tenantSchema;
  }

  /// The text, its parameters, and how the columns of the result are read.
  public record Rendering(String sql, List<Object> parameters, List<OutputColumn> columns) {
    public Rendering {
      parameters = List.copyOf(parameters);
      columns = List.copyOf(columns);
    }
  }

  public Rendering render(Select select) {
    var rendered = new SelectRenderer(tenantSchema).render(select);
    var writer = new SqlWriter().write(rendered.select());
    return new Rendering(writer.sql(), writer.parameters(), rendered.columns());
  }

  /// The table of an event data store within its tenant's schema.
  public static String tableOf(EventDataStore store) {
    return "eds_" + store.id().toString().replace("-", "");
  }
}
