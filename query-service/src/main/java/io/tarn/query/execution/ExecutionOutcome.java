package io.tarn.query.execution;

import io.tarn.query.result.StoredResult;

/// How a run ended.
sealed interface ExecutionOutcome {
  ExecutionState state();

  /// All rows are stored.
  record Finished(StoredResult result) implements ExecutionOutcome {
    @Override
    public ExecutionState state() {
      return ExecutionState.FINISHED;
    }
  }

  /// It cannot have a result, or took too long.
  record Failed(ExecutionState state, ExecutionFailure failure) implements ExecutionOutcome {}

  /// Somebody asked it to end.
  record Cancelled() implements ExecutionOutcome {
    @Override
    public ExecutionState state() {
      return ExecutionState.CANCELLED;
    }
  }
}
