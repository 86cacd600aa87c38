package io.tarn.ingest.writing;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Writes what came from one Kafka partition until it is written: failures that may pass are
/// repeated with growing pauses, rows that the database refuses become dead letters.
///
/// ```
/// write --ok-------------------------------> on to the next records
///   |----records missing before them---> read again from the next offset
///   |----another owner---> give up the partition, its owner goes on
///   |----a gap before---> go back to the database's offset, and read again from there
///   |----may pass--------> pause, again
///   +----rows refused----> look anew at stores and partitions, again
///           +-- still ---> find the rows by halves, set them aside, again
/// ```
@ApplicationScoped
class PartitionWriter {
  private final Assignments assignments;
  private final BatchDecoder decoder;
  private final BatchTransaction transaction;
  private final UnstorableRows unstorableRows;
  private final PartitionRetaker retaker;
  private final WritingMetrics metrics;
  private final Backoff backoff;

  PartitionWriter(
      Assignments assignments,
      BatchDecoder decoder,
      BatchTransaction transaction,
      UnstorableRows unstorableRows,
      PartitionRetaker retaker,
      WritingMetrics metrics,
      Backoff backoff) {
    this.assignments = assignments;
    this.decoder = decoder;
    this.transaction = transaction;
    this.unstorableRows = unstorableRows;
    this.retaker = retaker;
    this.metrics = metrics;
    this.backoff = backoff;
  }

  /// Returns when the records are written or are another process's to write.
  void write(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records)
      throws WriteException.Stopping {
    Set<Long> unstorable = new HashSet<>();
    for (int attempt = 0; ; attempt++) {
      var assignment = assignments.find(partition).orElse(null);
      if (assignment == null || writes(assignment, records, unstorable, attempt)) {
        return;
      }
      backoff.pause(attempt);
    }
  }

  private boolean writes(
      Assignment assignment,
      List<ConsumerRecord<String, byte[]>> records,
      Set<Long> unstorable,
      int attempt) {
    var fresh = records.stream().filter(kept -> kept.offset() >= assignment.nextOffset()).toList();
    if (fresh.isEmpty()) {
      return true;
    }
    if (fresh.getFirst().offset() != assignment.nextOffset()) {
      Log.warnf("%s: what comes at offset %d is not next", assignment, fresh.getFirst().offset());
      retaker.reread(assignment.partition());
      return true;
    }
    try {
      write(assignment, fresh, unstorable);
      return true;
    } catch (WriteException.AnotherOwner _) {
      Log.warnf("partition %s has another owner", assignment.partition());
      assignments.drop(assignment);
      retaker.retake(assignment.partition());
      return true;
    } catch (SQLException failure) {
      recover(assignment, fresh, unstorable, attempt, failure);
      return false;
    } catch (RuntimeException failure) {
      Log.errorf(failure, "a batch of %s fails", assignment.partition());
      return false;
    }
  }

  private void write(
      Assignment assignment, List<ConsumerRecord<String, byte[]>> fresh, Set<Long> unstorable)
      throws SQLException, WriteException.AnotherOwner {
    var batch = decoder.decode(assignment, fresh, unstorable);
    long next = fresh.getLast().offset() + 1;
    var outcomes = transaction.write(assignment, batch, next);
    assignments.advance(assignment, next);
    metrics.count(outcomes, batch.deadLetters());
  }

  private void recover(
      Assignment assignment,
      List<ConsumerRecord<String, byte[]>> fresh,
      Set<Long> unstorable,
      int attempt,
      SQLException failure) {
    Log.warnf(
        "a batch of %s is not written yet (%s)", assignment.partition(), failure.getSQLState());
    decoder.forgetStores();
    transaction.forgetPartitions();
    if (attempt > 0 && SqlFailure.of(failure) == SqlFailure.ROWS) {
      try {
        unstorable.addAll(
            unstorableRows.find(assignment, decoder.decode(assignment, fresh, unstorable)));
      } catch (SQLException again) {
        Log.warnf("the refused rows are not found yet (%s)", again.getSQLState());
      }
    }
  }
}
