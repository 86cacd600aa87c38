package io.tarn.ingest.storage;

import io.tarn.common.schema.EventCategory;
import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.EventTableDdl;
import io.tarn.common.schema.StoredColumn;
import io.tarn.common.schema.StoredColumns;
import java.util.ArrayList;
import java.util.List;

/// The statements that make a store's table and its partitions.
///
/// The original text is the one column that leaves the row when the row is long (ADR 0005): all
/// others keep to it as long as a page can hold them.
final class EventTable {
  /// Which set of columns new tables have.
  static final int SCHEMA_VERSION = 2;

  private static final List<String> ENVELOPE_INDEXES =
      List.of(
          "create unique index if not exists uq_%1$s_event on %2$s (event_time, event_id)",
          "create index if not exists ix_%1$s_id on %2$s (event_id)",
          "create index if not exists ix_%1$s_upload on %2$s using brin (upload_id)",
          // What came in last stands together: ledgers and windows of arrival ask for that.
          "create index if not exists ix_%1$s_position on %2$s using brin (ingest_position)"
              + " with (autosummarize = on)");

  private static final List<String> CLOUDTRAIL_INDEXES =
      List.of(
          "create index if not exists ix_%1$s_name on %2$s (event_name, event_time)",
          "create index if not exists ix_%1$s_arn on %2$s (user_identity_arn, event_time)",
          "create index if not exists ix_%1$s_key on %2$s (user_identity_access_key_id, event_time)"
              + " where user_identity_access_key_id is not null",
          "create index if not exists ix_%1$s_error on %2$s (error_code, event_time)"
              + " where error_code is not null",
          "create index if not exists ix_%1$s_console on %2$s (event_time)"
              + " where session_credential_from_console is not null");

  private EventTable() {}

  /// Makes the partitioned table with its indexes, and lets the tenant read it. Repeatable.
  static List<String> create(Store store) {
    var schema = EventSchema.of(store.category());
    var statements = new ArrayList<String>();
    statements.add(
        """
        create table if not exists %s (
        %s,
            constraint ck_%s_tenant check (tenant_id = '%s')
        ) partition by range (event_time)\
        """
            .formatted(
                store.table(),
                EventTableDdl.columnList(schema),
                store.tableName(),
                store.tenant().value()));
    statements.addAll(storage(store.table(), schema));
    indexes(store.category())
        .forEach(index -> statements.add(index.formatted(store.tableName(), store.table())));
    statements.add("grant select on %s to %s".formatted(store.table(), store.tenant().schema()));
    return statements;
  }

  /// Makes one partition apart from its table and attaches it, which lets readers go on.
  static List<String> createPartition(Store store, PartitionPlan.Choice choice) {
    var table = store.tenant().schema() + "." + partitionName(store, choice);
    return List.of(
        "create table %s (like %s including defaults including constraints including storage)"
            .formatted(table, store.table()),
        "alter table %s attach partition %s for values from ('%s') to ('%s')"
            .formatted(store.table(), table, choice.range().from(), choice.range().to()));
  }

  static String partitionName(Store store, PartitionPlan.Choice choice) {
    return store.tableName() + "_" + choice.grain().suffix(choice.range());
  }

  static String drop(Store store) {
    return "drop table if exists " + store.table() + " cascade";
  }

  /// Keeps all in the row but the original, which leaves it uncompressed when the row is long.
  private static List<String> storage(String table, EventSchema schema) {
    return schema.stored().columns().stream()
        .filter(EventTable::isLong)
        .map(column -> storage(table, column))
        .toList();
  }

  private static String storage(String table, StoredColumn column) {
    var place = column.name().equals(StoredColumns.EVENT_JSON) ? "external" : "main";
    return "alter table %s alter %s set storage %s".formatted(table, column.name(), place);
  }

  private static boolean isLong(StoredColumn column) {
    return switch (column.type()) {
      case TEXT, JSONB, BYTEA -> true;
      case BOOLEAN, INTEGER, BIGINT, DOUBLE, TIMESTAMP, UUID -> false;
    };
  }

  private static List<String> indexes(EventCategory category) {
    var all = new ArrayList<>(ENVELOPE_INDEXES);
    if (category == EventCategory.CLOUDTRAIL) {
      all.addAll(CLOUDTRAIL_INDEXES);
    }
    return all;
  }
}
