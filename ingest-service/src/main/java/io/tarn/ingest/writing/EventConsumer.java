package io.tarn.ingest.writing;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes batches from Kafka, one thread a partition, in order. A batch is given back only when it
/// is written, so that nothing behind it is written first.
@ApplicationScoped
class EventConsumer {
  private final PartitionWriter writer;

  EventConsumer(PartitionWriter writer) {
    this.writer = writer;
  }

  @Incoming("events")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> batch) throws WriteException.Stopping {
    for (var partition : batch.partitions()) {
      writer.write(partition, batch.records(partition));
    }
  }
}
