package io.tarn.ingest.intake;

import io.tarn.ingest.config.IntakeConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Sends records to Kafka, which acknowledges them with all replicas. Bytes on their way are
/// bounded over all uploads: a sender waits here, and so does whoever sends to it. Thread-safe.
@ApplicationScoped
class EventPublisher implements EventSender {
  /// An event of 4 MiB with its headers.
  private static final int MAX_REQUEST_BYTES = 5 * 1024 * 1024;

  private static final Duration END_WITHIN = Duration.ofSeconds(5);

  private final KafkaProducer<String, byte[]> producer;
  private final Semaphore bytesInFlight;
  private final int maxBytesInFlight;

  EventPublisher(
      IntakeConfig config,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.maxBytesInFlight = config.maxBytesInFlight();
    this.bytesInFlight = new Semaphore(maxBytesInFlight);
    this.producer =
        new KafkaProducer<>(
            settings(config, bootstrapServers), new StringSerializer(), new ByteArraySerializer());
  }

  @Override
  public void send(ProducerRecord<String, byte[]> sent, Acknowledgements upload)
      throws InterruptedException {
    int weight = Math.clamp(sent.value().length, 1, maxBytesInFlight);
    bytesInFlight.acquire(weight);
    upload.begin();
    try {
      var _ =
          producer.send(
              sent,
              (_, failure) -> {
                bytesInFlight.release(weight);
                upload.end(failure);
              });
    } catch (KafkaException | IllegalStateException failure) {
      bytesInFlight.release(weight);
      upload.end(failure);
    }
  }

  @PreDestroy
  void close() {
    producer.close(END_WITHIN);
  }

  private static Map<String, Object> settings(IntakeConfig config, String bootstrapServers) {
    int within = Math.toIntExact(config.acknowledgeWithin().toMillis());
    var settings = new HashMap<String, Object>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * config.maxBytesInFlight());
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, within);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, within / 2);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) within);
    return settings;
  }
}
