package io.tarn.ingest.writing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the rows of a batch that the database refuses, by halves.
@ApplicationScoped
class UnstorableRows {
  private final BatchTransaction transaction;

  UnstorableRows(BatchTransaction transaction) {
    this.transaction = transaction;
  }

  /// The offsets of the refused rows. A failure that has nothing to do with rows is thrown.
  Set<Long> find(Assignment assignment, Batch batch) throws SQLException {
    var found = new HashSet<Long>();
    search(assignment, batch, batch.events(), found);
    return found;
  }

  private void search(
      Assignment assignment, Batch batch, List<Batch.StagedEvent> events, Set<Long> found)
      throws SQLException {
    if (events.isEmpty() || isTaken(assignment, batch.with(events))) {
      return;
    }
    if (events.size() == 1) {
      found.add(events.getFirst().offset());
      return;
    }
    int middle = events.size() / 2;
    search(assignment, batch, events.subList(0, middle), found);
    search(assignment, batch, events.subList(middle, events.size()), found);
  }

  private boolean isTaken(Assignment assignment, Batch batch) throws SQLException {
    try {
      transaction.rehearse(assignment, batch);
      return true;
    } catch (SQLException failure) {
      if (SqlFailure.of(failure) == SqlFailure.ROWS) {
        return false;
      }
      throw failure;
    }
  }
}
