package io.tarn.scheduler.api;

/// The grant that a request brings.
final class Bearer {
  private static final String SCHEME = "Bearer ";

  private Bearer() {}

  static String grant(String authorization) {
    return authorization.substring(SCHEME.length()).strip();
  }
}
