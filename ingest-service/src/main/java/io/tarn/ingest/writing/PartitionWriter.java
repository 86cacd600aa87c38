package io.tarn.ingest.writing;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Writes what came from one Kafka partition until it is written: failures that may pass are
/// repeated with growing pauses, records that cannot be written become dead letters.
///
/// ```
/// write --ok-------------------------------> on to the next records
///   |----partition refused--> drop them: an operator decides where it goes on
///   |----records missing before them---> read again from the next offset
///   |----another owner---> give up the partition, its owner goes on
///   |----a gap before---> go back to the database's offset, and read again from there
///   |----may pass--------> pause, again
///   +----a record's------> look anew at stores and partitions, again
///           +-- still ---> find the records by halves, make dead letters of them, again
/// ```
@ApplicationScoped
class PartitionWriter {
  /// How many times a batch fails because of some record before the record is looked for.
  private static final int ATTEMPTS = 3;

  private final Assignments assignments;
  private final BatchDecoder decoder;
  private final BatchTransaction transaction;
  private final PoisonRecords poison;
  private final RefusedPartitions refused;
  private final PartitionReassigner reassigner;
  private final WritingMetrics metrics;
  private final Backoff backoff;

  PartitionWriter(
      Assignments assignments,
      BatchDecoder decoder,
      BatchTransaction transaction,
      PoisonRecords poison,
      RefusedPartitions refused,
      PartitionReassigner reassigner,
      WritingMetrics metrics,
      Backoff backoff) {
    this.assignments = assignments;
    this.decoder = decoder;
    this.transaction = transaction;
    this.poison = poison;
    this.refused = refused;
    this.reassigner = reassigner;
    this.metrics = metrics;
    this.backoff = backoff;
  }

  /// Returns when the records are written or are another process's to write.
  void write(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records)
      throws WriteException.Stopping {
    Map<Long, String> unwritable = new HashMap<>();
    for (int attempt = 0; ; attempt++) {
      var assignment = assignments.find(partition).orElse(null);
      if (assignment == null || writes(assignment, records, unwritable, attempt)) {
        return;
      }
      backoff.pause(attempt);
    }
  }

  private boolean writes(
      Assignment assignment,
      List<ConsumerRecord<String, byte[]>> records,
      Map<Long, String> unwritable,
      int attempt) {
    var fresh =
        records.stream().filter(record -> record.offset() >= assignment.nextOffset()).toList();
    if (fresh.isEmpty() || refused.contains(assignment.partition())) {
      return true;
    }
    if (fresh.getFirst().offset() != assignment.nextOffset()) {
      Log.warnf("%s: what comes at offset %d is not next", assignment, fresh.getFirst().offset());
      reassigner.seekBack(assignment.partition());
      return true;
    }
    try {
      write(assignment, fresh, unwritable);
      return true;
    } catch (WriteException.AnotherOwner _) {
      Log.warnf("partition %s has another owner", assignment.partition());
      assignments.drop(assignment);
      reassigner.reassign(assignment.partition());
      return true;
    } catch (SQLException | RuntimeException | StackOverflowError failure) {
      recover(assignment, fresh, unwritable, attempt, failure);
      return false;
    }
  }

  private void write(
      Assignment assignment,
      List<ConsumerRecord<String, byte[]>> fresh,
      Map<Long, String> unwritable)
      throws SQLException, WriteException.AnotherOwner {
    var batch = decoder.decode(assignment, fresh, unwritable);
    long next = fresh.getLast().offset() + 1;
    var outcomes = transaction.write(assignment, batch, next);
    assignments.advance(assignment, next);
    metrics.count(outcomes, batch.deadLetters());
  }

  private void recover(
      Assignment assignment,
      List<ConsumerRecord<String, byte[]>> fresh,
      Map<Long, String> unwritable,
      int attempt,
      Throwable failure) {
    log(assignment, failure);
    decoder.forgetStores();
    transaction.forgetPartitions();
    if (attempt + 1 >= ATTEMPTS && WriteFailure.of(failure) == WriteFailure.RECORDS) {
      try {
        unwritable.putAll(poison.find(assignment, fresh, unwritable));
      } catch (SQLException again) {
        Log.warnf("the records at fault are not found yet (%s)", again.getSQLState());
      }
    }
  }

  private static void log(Assignment assignment, Throwable failure) {
    if (failure instanceof SQLException refused) {
      Log.warnf("a batch of %s is not written yet (%s)", assignment, refused.getSQLState());
    } else {
      Log.errorf(failure, "a batch of %s cannot be written", assignment);
    }
  }
}
