package io.tarn.query.limit;

import java.time.Duration;

/// What holds for one tenant's executions.
///
/// @param concurrentExecutions how many run at a time
/// @param queuedExecutions how many more may wait
/// @param runTime of one execution
/// @param resultRows of one result
/// @param resultBytes of one result, compressed
/// @param temporaryBytes of one execution's files in the database
/// @param memoryBytes of each sort and each hash of one execution
public record QueryLimits(
    int concurrentExecutions,
    int queuedExecutions,
    Duration runTime,
    long resultRows,
    long resultBytes,
    long temporaryBytes,
    long memoryBytes) {
  /// How many executions may be queued or running.
  public int activeExecutions() {
    return concurrentExecutions + queuedExecutions;
  }
}
