package io.tarn.query.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What is set for one tenant alone; null leaves the default.
public record OwnLimits(
    @Nullable Integer concurrentExecutions,
    @Nullable Integer queuedExecutions,
    @Nullable Duration runTime,
    @Nullable Long resultRows,
    @Nullable Long resultBytes,
    @Nullable Long temporaryBytes,
    @Nullable Long memoryBytes) {
  public static final OwnLimits NONE = new OwnLimits(null, null, null, null, null, null, null);

  /// These, and the defaults for what is not set.
  QueryLimits over(QueryLimits defaults) {
    return new QueryLimits(
        or(concurrentExecutions, defaults.concurrentExecutions()),
        or(queuedExecutions, defaults.queuedExecutions()),
        or(runTime, defaults.runTime()),
        or(resultRows, defaults.resultRows()),
        or(resultBytes, defaults.resultBytes()),
        or(temporaryBytes, defaults.temporaryBytes()),
        or(memoryBytes, defaults.memoryBytes()));
  }

  private static <T> T or(@Nullable T own, T otherwise) {
    return own == null ? otherwise : own;
  }
}
