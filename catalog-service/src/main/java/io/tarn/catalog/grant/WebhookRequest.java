package io.tarn.catalog.grant;

/// What the edge asks for in nobody's name: to let a webhook in, whose signature scheduler-service
/// checks.
///
/// @param tenant id or slug
public record WebhookRequest(String tenant, String requestId) {
  /// The only service that takes webhooks.
  public static final String AUDIENCE = "scheduler-service";
}
