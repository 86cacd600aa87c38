package io.tarn.ingest.writing;

import io.tarn.ingest.deadletter.DeadLetterRows;
import io.tarn.ingest.deadletter.NewDeadLetter;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.upload.FileId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Counters of uploads, updated in a batch's transaction: one row for each file and Kafka
/// partition, so that writers do not wait for each other.
final class UploadCounters {
  private static final String COUNT =
      """
      insert into ingest.upload_counters as c
          (tenant_id, upload_id, file, kafka_partition, stored, duplicates, conflicts)
      select tenant_id, upload_id, file, ?, stored, duplicates, conflicts
      from unnest(?, ?, ?, ?, ?, ?)
          as new (tenant_id, upload_id, file, stored, duplicates, conflicts)
      on conflict (tenant_id, upload_id, file, kafka_partition) do update set
          stored = c.stored + excluded.stored,
          duplicates = c.duplicates + excluded.duplicates,
          conflicts = c.conflicts + excluded.conflicts,
          updated_at = now()\
      """;

  private static final String COUNT_REASON =
      """
      insert into ingest.upload_reasons as r
          (tenant_id, upload_id, file, kafka_partition, reason, events)
      values (?, ?, ?, ?, ?, ?)
      on conflict (tenant_id, upload_id, file, kafka_partition, reason)
      do update set events = r.events + excluded.events\
      """;

  private UploadCounters() {}

  static void count(Connection connection, int kafkaPartition, Map<FileId, FileCounts.Count> byFile)
      throws SQLException {
    if (byFile.isEmpty()) {
      return;
    }
    var files = List.copyOf(byFile.keySet());
    var counts = files.stream().map(byFile::get).map(Objects::requireNonNull).toList();
    Sql.of(COUNT)
        .with(
            kafkaPartition,
            array(connection, "text", files, file -> file.tenant().value()),
            array(connection, "uuid", files, FileId::upload),
            array(connection, "integer", files, FileId::number),
            array(connection, "bigint", counts, FileCounts.Count::stored),
            array(connection, "bigint", counts, FileCounts.Count::duplicates),
            array(connection, "bigint", counts, FileCounts.Count::conflicts))
        .execute(connection);
  }

  private static <T> Array array(
      Connection connection, String type, List<T> rows, Function<T, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }

  /// Stores rejected records as dead letters, and counts them by reason.
  static void reject(Connection connection, int kafkaPartition, List<NewDeadLetter> letters)
      throws SQLException {
    DeadLetterRows.insert(connection, letters);
    var counts =
        letters.stream()
            .flatMap(letter -> Reason.of(letter).stream())
            .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
    if (counts.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(COUNT_REASON)) {
      for (var counted : counts.entrySet()) {
        var reason = counted.getKey();
        insert.setString(1, reason.tenant());
        insert.setObject(2, reason.upload());
        insert.setInt(3, reason.file());
        insert.setInt(4, kafkaPartition);
        insert.setString(5, reason.value());
        insert.setLong(6, counted.getValue());
        insert.addBatch();
      }
      var _ = insert.executeBatch();
    }
  }

  /// A reason within a file.
  private record Reason(String tenant, UUID upload, int file, String value) {
    static Optional<Reason> of(NewDeadLetter letter) {
      var upload = letter.origin().upload();
      return letter.tenant() == null || upload == null
          ? Optional.empty()
          : Optional.of(
              new Reason(letter.tenant(), upload, letter.origin().file(), letter.reason().value()));
    }
  }
}
