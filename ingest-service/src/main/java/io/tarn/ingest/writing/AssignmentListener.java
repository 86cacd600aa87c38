package io.tarn.ingest.writing;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import io.tarn.ingest.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Takes Kafka partitions over: on assignment the consumer goes to the offset in the database. What
/// was fetched before and comes later is recognised by its offset and dropped.
@ApplicationScoped
@Identifier("event-writer")
class AssignmentListener implements KafkaConsumerRebalanceListener {
  private final DataSource database;
  private final TopicLog log;
  private final Backoff backoff;
  private final Assignments assignments;

  AssignmentListener(DataSource database, TopicLog log, Backoff backoff, Assignments assignments) {
    this.assignments = assignments;
    this.database = database;
    this.log = log;
    this.backoff = backoff;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    for (var partition : partitions) {
      var assignment = takeOver(partition);
      consumer.seek(partition, assignment.nextOffset());
      assignments.begin(consumer, assignment);
      Log.infof("partition %s goes on at offset %d", partition, assignment.nextOffset());
    }
  }

  @Override
  public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    assignments.end(consumer, partitions);
  }

  @Override
  public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    assignments.end(consumer, partitions);
  }

  /// Repeats until the database answers: a consumer that does not know its place must not read.
  private Assignment takeOver(TopicPartition partition) {
    for (int attempt = 0; ; attempt++) {
      try {
        return load(partition);
      } catch (SQLException | ExecutionException failure) {
        Log.warnf("partition %s cannot be taken over yet: %s", partition, failure.getMessage());
        pause(attempt);
      }
    }
  }

  private Assignment load(TopicPartition partition) throws SQLException, ExecutionException {
    var topicId = log.idOf(partition.topic());
    return Sql.inTransaction(
        database,
        connection -> {
          Sql.run(connection, "set local lock_timeout = '10s'");
          StagingTable.recreate(connection, partition.partition());
          return TopicOffsets.load(connection, partition, topicId);
        });
  }

  private void pause(int attempt) {
    try {
      backoff.pause(attempt);
    } catch (WriteException.Stopping stopping) {
      throw new IllegalStateException(stopping);
    }
  }
}
