package io.tarn.ingest.writing;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Puts a partition's consumer back to where writing goes on.
///
/// A rebalance leaves batches in flight that were fetched under an earlier assignment, and drops
/// others, so what the consumer reads next need not be what is written next.
@ApplicationScoped
class PartitionReassigner {
  private static final String CHANNEL = "events";
  private static final Duration POSITION_KNOWN = Duration.ofSeconds(1);

  private final KafkaClientService clients;
  private final Assignments assignments;
  private final AssignmentListener listener;

  PartitionReassigner(
      KafkaClientService clients,
      Assignments assignments,
      @Identifier("event-writer") AssignmentListener listener) {
    this.clients = clients;
    this.assignments = assignments;
    this.listener = listener;
  }

  /// Takes a partition over once more whose offset in the database moved without this process.
  /// Where Kafka still assigns it here, nobody else writes it, and reading goes on at the
  /// database's offset; where not, its new owner goes on.
  void reassign(TopicPartition partition) {
    withItsConsumer(
        partition, consumer -> listener.onPartitionsAssigned(consumer, List.of(partition)));
  }

  /// Reads on from the next offset to be written, where the consumer stands elsewhere.
  void seekBack(TopicPartition partition) {
    withItsConsumer(
        partition,
        consumer ->
            assignments.find(partition).ifPresent(assignment -> goBack(consumer, assignment)));
  }

  /// Reassigns what Kafka assigns to a consumer of this process while nobody here writes it. A
  /// consumer that hears late of a rebalance may have begun, and then ended, what another consumer
  /// had been given.
  void reassignForgotten() {
    consumers().forEach(client -> run(client, "forgotten partitions", this::takeForgotten));
  }

  private void takeForgotten(Consumer<?, ?> consumer) {
    var forgotten =
        consumer.assignment().stream()
            .filter(partition -> assignments.find(partition).isEmpty())
            .toList();
    if (!forgotten.isEmpty()) {
      Log.infof("%s are taken over again: nobody writes them", forgotten);
      listener.onPartitionsAssigned(consumer, forgotten);
    }
  }

  private static void goBack(Consumer<?, ?> consumer, Assignment assignment) {
    var partition = assignment.partition();
    long position = consumer.position(partition, POSITION_KNOWN);
    if (position != assignment.nextOffset()) {
      Log.infof(
          "partition %s is read again from %d, not from %d",
          partition, assignment.nextOffset(), position);
      consumer.seek(partition, assignment.nextOffset());
    }
  }

  private void withItsConsumer(
      TopicPartition partition, java.util.function.Consumer<Consumer<?, ?>> work) {
    consumers()
        .forEach(
            client ->
                run(
                    client,
                    partition.toString(),
                    consumer -> {
                      if (consumer.assignment().contains(partition)) {
                        work.accept(consumer);
                      }
                    }));
  }

  private Stream<KafkaConsumer<Object, Object>> consumers() {
    return clients.getConsumerChannels().stream()
        .filter(channel -> channel.startsWith(CHANNEL))
        .flatMap(channel -> clients.<Object, Object>getConsumers(channel).stream());
  }

  private static void run(
      KafkaConsumer<Object, Object> client,
      String what,
      java.util.function.Consumer<Consumer<?, ?>> work) {
    var _ =
        client
            .runOnPollingThread(
                consumer -> {
                  work.accept(consumer);
                })
            .subscribe()
            .with(
                _ -> Log.debugf("%s: looked at", what),
                failure -> Log.errorf(failure, "%s: not read again", what));
  }
}
