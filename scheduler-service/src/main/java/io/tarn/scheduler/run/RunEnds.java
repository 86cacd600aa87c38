package io.tarn.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;

/// Is told of the ends of runs.
@FunctionalInterface
public interface RunEnds {
  /// Told in the transaction that ends the run; what it writes is there if, and only if, the run
  /// has ended.
  void ended(Connection connection, RunEnd end) throws SQLException;
}
