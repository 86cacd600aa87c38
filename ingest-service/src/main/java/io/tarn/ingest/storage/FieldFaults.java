package io.tarn.ingest.storage;

import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Tells which fields of a store's events did not fit their columns.
@ApplicationScoped
public class FieldFaults {
  private final DataSource database;
  private final Stores stores;

  FieldFaults(DataSource database, Stores stores) {
    this.database = database;
    this.stores = stores;
  }

  /// The fields by name; as many as the category has at most.
  public List<FieldFault> of(TenantId tenant, String address) {
    var store = stores.byAddress(tenant, address);
    try (var connection = database.getConnection()) {
      return Sql.of(
              """
              select field, sum(events) as events, min(first_at) as first_at,
                     max(last_at) as last_at
              from ingest.mapping_faults
              where tenant_id = ? and store_id = ? group by field order by field""")
          .with(tenant, store.id())
          .list(connection, FieldFaults::fault);
    } catch (SQLException failure) {
      throw new StorageException.Unavailable(failure);
    }
  }

  private static FieldFault fault(Row row) throws SQLException {
    return new FieldFault(
        row.text("field"), row.number("events"), row.instant("first_at"), row.instant("last_at"));
  }
}
