package io.tarn.query.tenantdb;

import io.tarn.common.schema.EventCategory;
import io.tarn.common.tenant.TenantId;
import io.tarn.sql.EventDataStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The stores that a tenant's statements can name, read under the tenant's login and nowhere else.
@ApplicationScoped
public class EventDataStores {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String LIST =
      """
      select id, name, arn, category, is_default
      from event_data_stores
      order by created_at, id
      """;

  private final TenantDatabase database;

  EventDataStores(TenantDatabase database) {
    this.database = database;
  }

  public List<EventDataStore> of(TenantId tenant) {
    try {
      return database.read(tenant, LIMIT, EventDataStores::list);
    } catch (SQLException failure) {
      throw new TenantDatabaseException("the stores of " + tenant + " are not readable", failure);
    }
  }

  /// The id of the store that this id, ARN or name stands for, or `default`.
  public Optional<UUID> idOf(TenantId tenant, String reference) {
    return of(tenant).stream()
        .filter(
            store ->
                store.id().toString().equalsIgnoreCase(reference)
                    || store.arn().equals(reference)
                    || store.name().equals(reference)
                    || (store.isDefault() && reference.equals("default")))
        .map(EventDataStore::id)
        .findFirst();
  }

  private static List<EventDataStore> list(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(LIST)) {
      var stores = new ArrayList<EventDataStore>();
      while (rows.next()) {
        stores.add(store(rows));
      }
      return stores;
    }
  }

  private static EventDataStore store(ResultSet row) throws SQLException {
    return new EventDataStore(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("arn"),
        EventCategory.of(row.getString("category")),
        row.getBoolean("is_default"));
  }
}
