package io.tarn.ingest.writing;

import io.tarn.ingest.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.kafka.common.TopicPartition;

/// The next offset of each Kafka partition, stored in the database beside what was written. Offsets
/// that Kafka keeps for the group are not used.
final class TopicOffsets {
  private TopicOffsets() {}

  /// Where to go on; the start of the topic for a partition that nobody wrote yet.
  static Assignment load(Connection connection, TopicPartition partition, String topicId)
      throws SQLException {
    Sql.of(
            """
            insert into ingest.topic_offsets (topic, topic_id, kafka_partition, next_offset)
            values (?, ?, ?, 0) on conflict do nothing""")
        .with(partition.topic(), topicId, partition.partition())
        .execute(connection);
    var begun = new Assignment(partition, topicId, 0);
    return begun.at(next(connection, begun));
  }

  /// The next offset of the assignment's partition as the database has it.
  static long next(Connection connection, Assignment of) throws SQLException {
    return Sql.of(
            """
            select next_offset from ingest.topic_offsets
            where topic = ? and topic_id = ? and kafka_partition = ?""")
        .with(of.partition().topic(), of.topicId(), of.partition().partition())
        .one(connection, row -> row.number("next_offset"));
  }

  /// Moves on from the assignment's offset; false where somebody else has moved it.
  static boolean advance(Connection connection, Assignment from, long next) throws SQLException {
    return Sql.of(
                """
                update ingest.topic_offsets set next_offset = ?, updated_at = now()
                where topic = ? and topic_id = ? and kafka_partition = ? and next_offset = ?""")
            .with(
                next,
                from.partition().topic(),
                from.topicId(),
                from.partition().partition(),
                from.nextOffset())
            .execute(connection)
        == 1;
  }
}
