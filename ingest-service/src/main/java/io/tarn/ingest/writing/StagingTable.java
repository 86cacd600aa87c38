package io.tarn.ingest.writing;

import static java.util.stream.Collectors.joining;

import io.tarn.common.schema.EventCategory;
import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.StoredColumn;
import io.tarn.common.schema.StoredColumns;
import io.tarn.ingest.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// The unlogged table through which one Kafka partition's events of one category go. It holds one
/// batch and is empty between batches.
///
/// CloudTrail's own is made anew whenever its partition is assigned; the others, which few
/// partitions ever need, by the first batch that has such events.
record StagingTable(int kafkaPartition, EventCategory category) {
  /// Rows of this length stay whole, so that little is compressed or moved out twice.
  private static final int WHOLE_ROW_BYTES = 8160;

  /// Removes the tables that the partition's last owner left, which may be of an older schema
  /// version.
  static void recreate(Connection connection, int kafkaPartition) throws SQLException {
    var names = Stream.of(EventCategory.values()).map(of -> new StagingTable(kafkaPartition, of));
    Sql.run(
        connection, "drop table if exists " + names.map(StagingTable::name).collect(joining(", ")));
    new StagingTable(kafkaPartition, EventCategory.CLOUDTRAIL).create(connection);
  }

  String name() {
    return isMadeAhead()
        ? "ingest.staging_" + kafkaPartition
        : "ingest.staging_" + kafkaPartition + "_" + category.name().toLowerCase(Locale.ROOT);
  }

  /// Takes out what the batch before left.
  ///
  /// @param isSmall whether the table has few pages: then rows are deleted, which is cheaper than
  ///     new files, but leaves the pages
  void clear(Connection connection, boolean isSmall) throws SQLException {
    if (!isMadeAhead()) {
      create(connection);
    }
    Sql.run(connection, (isSmall ? "delete from " : "truncate ") + name());
  }

  void copy(Connection connection, List<Batch.StagedEvent> events) throws SQLException {
    var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement());
    try {
      write(copy, TupleEncoder.HEADER);
      for (var event : events) {
        write(copy, event.tuple());
      }
      write(copy, TupleEncoder.TRAILER);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private boolean isMadeAhead() {
    return category == EventCategory.CLOUDTRAIL;
  }

  private void create(Connection connection) throws SQLException {
    Sql.run(
        connection,
        """
        create unlogged table if not exists %s (kafka_offset bigint not null, store_id uuid not null, %s)
        with (toast_tuple_target = %d, autovacuum_enabled = false)"""
            .formatted(
                name(),
                columns()
                    .map(column -> column.name() + " " + column.type().sql())
                    .collect(joining(", ")),
                WHOLE_ROW_BYTES));
    Sql.run(
        connection,
        "alter table %s alter %s set storage main".formatted(name(), StoredColumns.EVENT_JSON));
    Sql.run(
        connection,
        "comment on table %s is 'events on their way into stores. Life: one batch'"
            .formatted(name()));
  }

  private String statement() {
    return "copy %s (kafka_offset, store_id, %s) from stdin (format binary)"
        .formatted(name(), columns().map(StoredColumn::name).collect(joining(", ")));
  }

  private Stream<StoredColumn> columns() {
    return EventSchema.of(category).stored().columns().stream()
        .filter(column -> column.source() != StoredColumn.Writer.INGEST_POSITION);
  }

  private static void write(CopyIn copy, byte[] bytes) throws SQLException {
    copy.writeToCopy(bytes, 0, bytes.length);
  }
}
