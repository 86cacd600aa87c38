package io.tarn.query.catalogue;

/// Why a kept query cannot be run.
public abstract sealed class CatalogueException extends RuntimeException {
  private CatalogueException(String message) {
    super(message, null, false, false);
  }

  /// There is no such query, or none that the caller sees.
  public static final class NotFound extends CatalogueException {
    NotFound() {
      super("no such query");
    }
  }

  /// catalog-service cannot be asked now.
  public static final class Unavailable extends CatalogueException {
    Unavailable(String message) {
      super(message);
    }
  }
}
