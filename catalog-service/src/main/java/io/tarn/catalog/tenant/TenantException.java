package io.tarn.catalog.tenant;

/// Why something cannot be done to a tenant.
public abstract sealed class TenantException extends RuntimeException {
  private TenantException(String message) {
    super(message, null, false, false);
  }

  /// There is none, or it is somebody else's.
  public static final class NotFound extends TenantException {
    public NotFound() {
      super("no such tenant");
    }
  }

  /// Another tenant has the slug.
  public static final class SlugTaken extends TenantException {
    public SlugTaken() {
      super("Another tenant has this slug.");
    }
  }
}
