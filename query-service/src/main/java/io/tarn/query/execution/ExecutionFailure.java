package io.tarn.query.execution;

/// Why an execution did not finish, in our own words: `problem` is the last part of a problem type.
public record ExecutionFailure(String problem, String detail) {
  static final ExecutionFailure INTERRUPTED =
      new ExecutionFailure(
          "execution-interrupted",
          "The service was stopped while the statement was queued or ran. Run it again.");
  static final ExecutionFailure TIMED_OUT =
      new ExecutionFailure(
          "execution-timed-out",
          "The statement ran longer than it may. A narrower range of eventTime makes it faster.");
  static final ExecutionFailure RESULT_NOT_STORED =
      new ExecutionFailure(
          "execution-interrupted", "The result could not be stored. Run the statement again.");
  static final ExecutionFailure INTERNAL =
      new ExecutionFailure("internal", "Something failed on our side.");

  static final ExecutionFailure ROW_TOO_LARGE =
      new ExecutionFailure(
          "result-too-large",
          "A row of the result is larger than the service can hold. Ask for fewer columns.");

  static ExecutionFailure tooManyRows(long limit) {
    return new ExecutionFailure(
        "result-too-large",
        "The result has more than %d rows, which is the limit. Ask for fewer.".formatted(limit));
  }

  static ExecutionFailure tooManyBytes(long limit) {
    return new ExecutionFailure(
        "result-too-large",
        "The result is larger than %d bytes, which is the limit. Ask for fewer rows or columns."
            .formatted(limit));
  }
}
