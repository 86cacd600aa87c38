package io.tarn.ingest.storage;

/// Another replica does the job by now: this run has to stop.
public final class LeaseLostException extends RuntimeException {
  LeaseLostException(String job) {
    super("the lease of " + job + " is lost", null, false, false);
  }
}
