package io.tarn.scheduler.approval.adapter;

import io.tarn.service.problem.ProblemException.Violation;

/// A delivery cannot be read as an approval.
final class PayloadException extends RuntimeException {
  private final transient Violation violation;

  PayloadException(String place, String reason) {
    super(place + " " + reason, null, false, false);
    this.violation = new Violation(place, reason);
  }

  Violation violation() {
    return violation;
  }
}
