package io.tarn.ingest.writing;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Takes a partition over once more whose offset in the database moved without this process. Where
/// Kafka still assigns it here, nobody else writes it, and reading goes on at the database's
/// offset; where not, its new owner goes on.
@ApplicationScoped
class PartitionRetaker {
  private static final String CHANNEL = "events";

  private final KafkaClientService clients;
  private final AssignmentListener listener;

  PartitionRetaker(
      KafkaClientService clients, @Identifier("event-writer") AssignmentListener listener) {
    this.clients = clients;
    this.listener = listener;
  }

  void retake(TopicPartition partition) {
    clients.getConsumerChannels().stream()
        .filter(channel -> channel.startsWith(CHANNEL))
        .flatMap(channel -> clients.<Object, Object>getConsumers(channel).stream())
        .forEach(client -> ask(client, partition));
  }

  private void ask(KafkaConsumer<Object, Object> client, TopicPartition partition) {
    Function<Consumer<Object, Object>, Boolean> work = consumer -> isRetaken(consumer, partition);
    var _ =
        client
            .runOnPollingThread(work)
            .subscribe()
            .with(
                isRetaken -> Log.infof("partition %s retaken: %s", partition, isRetaken),
                failure -> Log.errorf(failure, "partition %s is not retaken", partition));
  }

  private boolean isRetaken(Consumer<?, ?> consumer, TopicPartition partition) {
    boolean isOurs = consumer.assignment().contains(partition);
    if (isOurs) {
      listener.onPartitionsAssigned(consumer, List.of(partition));
    }
    return isOurs;
  }
}
