package io.tarn.catalog.store;

/// Why something cannot be done to an event data store.
public abstract sealed class StoreException extends RuntimeException {
  private StoreException(String message) {
    super(message, null, false, false);
  }

  /// There is none in this tenant.
  public static final class NotFound extends StoreException {
    public NotFound() {
      super("no such event data store");
    }
  }

  /// The tenant has a store of that name.
  public static final class NameTaken extends StoreException {
    public NameTaken() {
      super("Another event data store has this name.");
    }
  }

  /// The token belongs to no preview of this change.
  public static final class UnknownToken extends StoreException {
    public UnknownToken() {
      super("The token belongs to no preview of this change.");
    }
  }

  /// What would be removed is no longer what the preview showed.
  public static final class PreviewOutdated extends StoreException {
    public PreviewOutdated() {
      super("What would be removed has changed since the preview; look at it again.");
    }
  }

  /// It does not hold what a default store takes.
  public static final class UnfitAsDefault extends StoreException {
    public UnfitAsDefault() {
      super("Only a store of CloudTrail events can be the default.");
    }
  }
}
