package io.tarn.scheduler.export;

import java.util.Map;

/// What ends an export for good.
final class ExportFault extends RuntimeException {
  private final String reason;
  private final DeliveryStatus delivery;
  private final transient Map<String, Object> problem;

  /// @param reason a word that clients can branch on: `bucket-not-found`
  ExportFault(String reason, DeliveryStatus delivery, Map<String, Object> problem) {
    super(reason, null, false, false);
    this.reason = reason;
    this.delivery = delivery;
    this.problem = Map.copyOf(problem);
  }

  /// The same with a problem document of this detail.
  static ExportFault of(String reason, DeliveryStatus delivery, String detail) {
    return new ExportFault(reason, delivery, problem(reason, detail));
  }

  static Map<String, Object> problem(String reason, String detail) {
    return Map.of(
        "type", "/problems/" + reason, "title", title(reason), "status", 422, "detail", detail);
  }

  private static String title(String reason) {
    var words = reason.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  String reason() {
    return reason;
  }

  DeliveryStatus delivery() {
    return delivery;
  }

  Map<String, Object> problem() {
    return problem;
  }

  /// Whether all result files are there and only their proof is missing.
  boolean keepsFiles() {
    return delivery == DeliveryStatus.ACCESS_DENIED_SIGNING_FILE
        || delivery == DeliveryStatus.FAILED_SIGNING_FILE;
  }
}
