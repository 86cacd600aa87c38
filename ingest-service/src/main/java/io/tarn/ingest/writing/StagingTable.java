package io.tarn.ingest.writing;

import static java.util.stream.Collectors.joining;

import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.StoredColumn;
import io.tarn.common.schema.StoredColumns;
import io.tarn.ingest.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// The unlogged table through which one Kafka partition's events go. It holds one batch, is empty
/// between batches, and is made anew whenever its partition is assigned.
record StagingTable(int kafkaPartition) {
  /// Rows of this length stay whole, so that little is compressed or moved out twice.
  private static final int WHOLE_ROW_BYTES = 8160;

  private static final List<StoredColumn> COLUMNS =
      EventSchema.CLOUDTRAIL.stored().columns().stream()
          .filter(column -> column.source() != StoredColumn.Writer.INGEST_POSITION)
          .toList();

  String name() {
    return "ingest.staging_" + kafkaPartition;
  }

  void recreate(Connection connection) throws SQLException {
    Sql.run(connection, "drop table if exists " + name());
    Sql.run(
        connection,
        """
        create unlogged table %s (kafka_offset bigint not null, store_id uuid not null, %s)
        with (toast_tuple_target = %d, autovacuum_enabled = false)"""
            .formatted(
                name(),
                COLUMNS.stream()
                    .map(column -> column.name() + " " + column.type().sql())
                    .collect(joining(", ")),
                WHOLE_ROW_BYTES));
    Sql.run(
        connection,
        "alter table %s alter %s set storage main".formatted(name(), StoredColumns.EVENT_JSON));
  }

  void clear(Connection connection) throws SQLException {
    Sql.run(connection, "truncate " + name());
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

  private String statement() {
    var columns = COLUMNS.stream().map(StoredColumn::name).collect(joining(", "));
    return "copy %s (kafka_offset, store_id, %s) from stdin (format binary)"
        .formatted(name(), columns);
  }

  private static void write(CopyIn copy, byte[] bytes) throws SQLException {
    copy.writeToCopy(bytes, 0, bytes.length);
  }
}
