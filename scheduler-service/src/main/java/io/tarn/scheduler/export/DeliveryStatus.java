package io.tarn.scheduler.export;

/// What became of a delivery, in CloudTrail Lake's words.
public enum DeliveryStatus {
  PENDING,
  SUCCESS,
  /// The result files could not be written.
  FAILED,
  /// The result files are there, but not their proof.
  FAILED_SIGNING_FILE,
  /// There is no such bucket, or no such destination any more.
  RESOURCE_NOT_FOUND,
  ACCESS_DENIED,
  /// The result files are there; the identity may not write their proof.
  ACCESS_DENIED_SIGNING_FILE,
  CANCELLED,
  UNKNOWN
}
