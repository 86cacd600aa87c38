package io.tarn.ingest.intake;

import org.apache.kafka.clients.producer.ProducerRecord;

/// Hands records on, and tells the upload when each is acknowledged.
@FunctionalInterface
interface EventSender {
  /// Waits while too much is on its way.
  void send(ProducerRecord<String, byte[]> sent, Acknowledgements upload)
      throws InterruptedException;
}
