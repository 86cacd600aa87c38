package io.tarn.ingest.deadletter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;

/// Writes dead letters within the transaction of whoever counts them. A letter is written once,
/// whatever is repeated.
public final class DeadLetterRows {
  private static final String INSERT =
      """
      insert into ingest.dead_letters (id, tenant_id, store_id, upload_id, upload_file, source,
          object_key, position, reason, detail, original, length, received_time,
          topic, topic_id, kafka_partition, kafka_offset)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
      """;

  private DeadLetterRows() {}

  /// Inserts what is not there yet.
  public static void insert(Connection connection, Collection<NewDeadLetter> letters)
      throws SQLException {
    if (letters.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(INSERT)) {
      for (var letter : letters) {
        bind(insert, letter);
        insert.addBatch();
      }
      var _ = insert.executeBatch();
    }
  }

  private static void bind(PreparedStatement insert, NewDeadLetter letter) throws SQLException {
    var origin = letter.origin();
    var topic = letter.topic();
    insert.setObject(1, letter.id());
    insert.setString(2, letter.tenant());
    insert.setString(3, letter.store());
    insert.setObject(4, origin.upload());
    insert.setObject(5, origin.upload() == null ? null : origin.file());
    insert.setString(6, origin.source());
    insert.setString(7, origin.objectKey());
    insert.setString(8, origin.position());
    insert.setString(9, letter.reason().value());
    insert.setString(10, letter.detail());
    insert.setBytes(11, letter.original());
    insert.setLong(12, letter.original().length);
    insert.setObject(13, LocalDateTime.ofInstant(letter.receivedAt(), ZoneOffset.UTC));
    insert.setString(14, topic == null ? null : topic.topic());
    insert.setString(15, topic == null ? null : topic.topicId());
    insert.setObject(16, topic == null ? null : topic.partition());
    insert.setObject(17, topic == null ? null : topic.offset());
  }
}
