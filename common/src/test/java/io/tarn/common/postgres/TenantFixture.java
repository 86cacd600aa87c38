package io.tarn.common.postgres;

import io.tarn.common.id.Ids;
import io.tarn.common.schema.EventCategory;
import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.EventTableDdl;
import io.tarn.common.schema.StoredColumn;
import io.tarn.common.schema.StoredColumns;
import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// A tenant in a test's database, behind the same walls as a real one: its schema, its login, its
/// stores and their tables.
public final class TenantFixture {
  private static final String PARTITIONS =
      """
      create table ${table} (
      ${columns}
      ) partition by range (event_time);
      create table ${table}_2023 partition of ${table} for values from ('2023-01-01') to ('2024-01-01');
      create table ${table}_2024 partition of ${table} for values from ('2024-01-01') to ('2025-01-01');
      create unique index on ${table} (event_time, event_id);
      grant select on ${table} to ${login};
      """;

  private final List<UUID> stores = new ArrayList<>();
  private final TenantId tenant;
  private final Connection provisioner;
  private final Map<UUID, EventCategory> categories = new HashMap<>();

  private TenantFixture(TenantId tenant, Connection provisioner) {
    this.tenant = tenant;
    this.provisioner = provisioner;
  }

  /// Makes a new tenant; the connection is of a login that may create roles and schemas.
  public static TenantFixture create(Connection provisioner, MasterSecret secret)
      throws SQLException {
    var tenant = Ids.tenantId();
    var password = secret.derive(PostgresInstallation.LOGIN_PURPOSE, tenant.schema());
    new TenantSchema(tenant).apply(provisioner, password);
    return new TenantFixture(tenant, provisioner);
  }

  public TenantId tenant() {
    return tenant;
  }

  /// The table of a store, with its schema.
  public String table(UUID store) {
    return tenant.schema() + ".eds_" + store.toString().replace("-", "");
  }

  /// A new store of CloudTrail events, with room for those of 2023 and 2024.
  public UUID store(String name, boolean isDefault) throws SQLException {
    return store(name, EventCategory.CLOUDTRAIL, isDefault);
  }

  /// A new store of a category, with room for events of 2023 and 2024.
  public UUID store(String name, EventCategory category, boolean isDefault) throws SQLException {
    var store = Ids.uuid();
    categories.put(store, category);
    register(store, name, isDefault);
    try (var statement = provisioner.createStatement()) {
      statement.execute(
          PARTITIONS
              .replace("${table}", table(store))
              .replace("${login}", tenant.schema())
              .replace("${columns}", EventTableDdl.columnList(schema(store))));
      stores.add(store);
      statement.execute(days());
    }
    return store;
  }

  /// What the writers count by store and day, here counted from the events themselves.
  private String days() {
    return stores.stream()
        .map(this::daysOf)
        .collect(
            Collectors.joining(
                " union all ",
                "create or replace view %s.event_days as ".formatted(tenant.schema()),
                "; grant select on %1$s.event_days to %1$s".formatted(tenant.schema())));
  }

  private String daysOf(UUID store) {
    return """
        select '%s'::uuid as store_id, event_time::date as day, count(*) as events,
            sum(octet_length(event_json))::bigint as bytes
        from %s group by event_time::date
        """
        .formatted(store, table(store));
  }

  /// Adds an event of these columns; what it must have besides is made up.
  public void event(UUID store, String time, String id, Map<String, ?> columns)
      throws SQLException {
    var row = new HashMap<String, Object>(columns);
    row.put(StoredColumns.EVENT_TIME, time);
    row.put(StoredColumns.EVENT_ID, id);
    row.putIfAbsent(StoredColumns.TENANT_ID, tenant.value());
    row.putIfAbsent(StoredColumns.STRUCT_PRESENCE, 0);
    row.putIfAbsent(StoredColumns.EVENT_JSON, "{\"eventID\":\"" + id + "\"}");
    row.putIfAbsent(StoredColumns.RECEIVED_TIME, time);
    row.putIfAbsent(StoredColumns.INGEST_POSITION, 1L);
    row.putIfAbsent(StoredColumns.DIGEST, id.getBytes(StandardCharsets.UTF_8));
    insert(store, row);
  }

  private void insert(UUID store, Map<String, Object> row) throws SQLException {
    var columns =
        schema(store).stored().columns().stream()
            .filter(column -> row.containsKey(column.name()))
            .toList();
    var sql =
        "insert into %s (%s) values (%s)"
            .formatted(
                table(store),
                columns.stream().map(StoredColumn::name).collect(Collectors.joining(", ")),
                columns.stream()
                    .map(column -> "cast(? as " + column.type().sql() + ")")
                    .collect(Collectors.joining(", ")));
    try (var insert = provisioner.prepareStatement(sql)) {
      int position = 1;
      for (var column : columns) {
        insert.setObject(position++, row.get(column.name()));
      }
      insert.executeUpdate();
    }
  }

  private void register(UUID store, String name, boolean isDefault) throws SQLException {
    var sql =
        "insert into %s.event_data_stores (id, name, arn, category, is_default) values (?, ?, ?, ?, ?)"
            .formatted(tenant.schema());
    try (var insert = provisioner.prepareStatement(sql)) {
      insert.setObject(1, store);
      insert.setString(2, name);
      insert.setString(3, "arn:aws:cloudtrail:us-east-1:111122223333:eventdatastore/" + store);
      insert.setString(4, categories.get(store).value());
      insert.setBoolean(5, isDefault);
      insert.executeUpdate();
    }
  }

  private EventSchema schema(UUID store) {
    return EventSchema.of(categories.get(store));
  }
}
