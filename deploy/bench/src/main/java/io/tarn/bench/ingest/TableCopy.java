package io.tarn.bench.ingest;

import io.tarn.bench.Database;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// An empty table like one of a tenant's, in the schema of the bench: same columns, checks and
/// storage, partitioned at the same times.
///
/// @param original the tenant's table, with its schema
record TableCopy(String original) {
  static final String SCHEMA = "bench";

  /// One partition of a table.
  private record Partition(String name, String bounds) {}

  String name() {
    return SCHEMA + "." + original.substring(original.indexOf('.') + 1);
  }

  void make(Database database, boolean isIndexed) throws IOException {
    var statements = new ArrayList<String>();
    statements.add(
        "create table %s (like %s including all%s) partition by range (event_time)"
            .formatted(name(), original, isIndexed ? "" : " excluding indexes"));
    for (var partition : partitions(database)) {
      var part = SCHEMA + "." + partition.name();
      statements.add(
          "create table %s (like %s including defaults including constraints including storage)"
              .formatted(part, name()));
      statements.add(
          "alter table %s attach partition %s %s".formatted(name(), part, partition.bounds()));
    }
    database.run(statements.toArray(String[]::new));
  }

  private List<Partition> partitions(Database database) throws IOException {
    return database.query(
        """
        select c.relname, pg_get_expr(c.relpartbound, c.oid)
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = '%s'::regclass order by 1"""
            .formatted(original),
        row -> new Partition(row.getString(1), row.getString(2)));
  }
}
