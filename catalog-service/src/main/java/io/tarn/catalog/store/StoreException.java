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

  /// It does not hold what a default store takes.
  public static final class UnfitAsDefault extends StoreException {
    public UnfitAsDefault() {
      super("Only a store of CloudTrail events can be the default.");
    }
  }
}
