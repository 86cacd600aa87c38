package io.tarn.ingest.writing;

import io.tarn.common.schema.EventCategory;
import io.tarn.ingest.deadletter.NewDeadLetter;
import org.apache.kafka.common.TopicPartition;

/// A Kafka partition that this process writes, and the offset it writes next.
///
/// @param topicId Kafka's id of the topic; a topic that is made anew has another
record Assignment(TopicPartition partition, String topicId, long nextOffset) {
  Assignment at(long offset) {
    return new Assignment(partition, topicId, offset);
  }

  StagingTable staging(EventCategory category) {
    return new StagingTable(partition.partition(), category);
  }

  NewDeadLetter.RecordLocation locationOf(long offset) {
    return new NewDeadLetter.RecordLocation(
        partition.topic(), topicId, partition.partition(), offset);
  }
}
