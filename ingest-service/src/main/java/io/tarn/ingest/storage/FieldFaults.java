package io.tarn.ingest.storage;

import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
      return Sql.query(
          connection,
          """
          select field, sum(events), min(first_at), max(last_at) from ingest.mapping_faults
          where tenant_id = ? and store_id = ? group by field order by field""",
          FieldFaults::fault,
          tenant.value(),
          store.id());
    } catch (SQLException failure) {
      throw new StorageException.Unavailable(failure);
    }
  }

  private static FieldFault fault(ResultSet row) throws SQLException {
    return new FieldFault(
        row.getString(1),
        row.getLong(2),
        row.getObject(3, Timestamp.class).toInstant(),
        row.getObject(4, Timestamp.class).toInstant());
  }
}
