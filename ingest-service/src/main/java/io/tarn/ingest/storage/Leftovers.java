package io.tarn.ingest.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Tables beside a store's partitions that a process left behind when it ended between making and
/// attaching them. Nobody reads them, and events in them would outlive their retention.
final class Leftovers {
  private Leftovers() {}

  /// The names of such tables, some of which may be in the making: whoever drops them holds the
  /// lease of the job that makes them.
  static List<String> find(Connection connection, Store store) throws SQLException {
    return named(connection, store, store.tableName() + "\\_%");
  }

  /// Drops the table of this name unless it is a partition, or was one that is being removed.
  static void dropUnlessPartition(Connection connection, Store store, String name)
      throws SQLException {
    for (var found : named(connection, store, name.replace("_", "\\_"))) {
      drop(connection, store.tenant().schema() + "." + found);
    }
  }

  /// Waits for the table's lock for a moment only.
  static void drop(Connection connection, String table) throws SQLException {
    Sql.run(connection, "set local lock_timeout = '1s'");
    Sql.run(connection, "drop table if exists " + table);
  }

  private static List<String> named(Connection connection, Store store, String pattern)
      throws SQLException {
    return Sql.of(
            """
            select c.relname from pg_catalog.pg_class c
            where c.relnamespace = to_regnamespace(?) and c.relkind = 'r' and not c.relispartition
            and c.relname like ? and not exists (
                select 1 from ingest.partitions p
                where p.tenant_id = ? and p.store_id = ? and p.table_name = c.relname)""")
        .with(store.tenant().schema(), pattern, store.tenant(), store.id())
        .list(connection, row -> row.text("relname"));
  }
}
