package io.tarn.service.gate;

/// Why a grant is not accepted. The client learns only which of the cases it is.
public abstract sealed class GrantException extends RuntimeException {
  private GrantException(String message) {
    super(message, null, false, false);
  }

  /// The token is forged, expired, for somebody else, or no grant at all.
  public static final class Invalid extends GrantException {
    public Invalid(String reason) {
      super(reason);
    }
  }

  /// The keys cannot be fetched, so nothing can be said about the token.
  public static final class KeysUnavailable extends GrantException {
    public KeysUnavailable(String reason) {
      super(reason);
    }
  }
}
