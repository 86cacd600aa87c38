package io.tarn.scheduler.reading;

/// A result is longer than the tenant's limits let results be, so that rows are missing: less has
/// to be asked at once.
public final class ResultTruncatedException extends RuntimeException {
  public ResultTruncatedException(String key) {
    super("the result of " + key + " is cut off", null, false, false);
  }
}
