package io.tarn.ingest.writing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Finds, by halves, the records that cannot be decoded or that the database refuses.
@ApplicationScoped
class PoisonRecords {
  private final BatchDecoder decoder;
  private final BatchTransaction transaction;

  PoisonRecords(BatchDecoder decoder, BatchTransaction transaction) {
    this.decoder = decoder;
    this.transaction = transaction;
  }

  /// The offsets of such records, each with what is wrong with it in words for the dead letter.
  ///
  /// @param known those that were found before
  /// @throws SQLException a failure that has nothing to do with records and may pass
  Map<Long, String> find(
      Assignment assignment, List<ConsumerRecord<String, byte[]>> records, Map<Long, String> known)
      throws SQLException {
    var found = new HashMap<>(known);
    search(assignment, records, found);
    return found;
  }

  private void search(
      Assignment assignment, List<ConsumerRecord<String, byte[]>> records, Map<Long, String> found)
      throws SQLException {
    var failure = failureOf(assignment, records, found);
    if (failure == null) {
      return;
    }
    if (records.size() == 1) {
      found.put(records.getFirst().offset(), WriteFailure.detailOf(failure));
      return;
    }
    int middle = records.size() / 2;
    search(assignment, records.subList(0, middle), found);
    search(assignment, records.subList(middle, records.size()), found);
  }

  /// What is wrong with the records; null where nothing is.
  private @Nullable Throwable failureOf(
      Assignment assignment, List<ConsumerRecord<String, byte[]>> records, Map<Long, String> found)
      throws SQLException {
    try {
      transaction.rehearse(assignment, decoder.decode(assignment, records, found));
      return null;
    } catch (SQLException failure) {
      if (WriteFailure.of(failure) == WriteFailure.PASSING) {
        throw failure;
      }
      return failure;
    } catch (RuntimeException | StackOverflowError failure) {
      if (WriteFailure.of(failure) == WriteFailure.PASSING) {
        throw new SQLException(failure);
      }
      return failure;
    }
  }
}
