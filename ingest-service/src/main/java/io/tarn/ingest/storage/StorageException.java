package io.tarn.ingest.storage;

import java.sql.SQLException;
import java.time.Duration;

/// Why a store could not be made, changed or found.
public abstract sealed class StorageException extends RuntimeException {
  private StorageException(String message) {
    super(message);
  }

  private StorageException(String message, Throwable cause) {
    super(message, cause);
  }

  /// No such tenant or store.
  public static final class UnknownStore extends StorageException {
    public UnknownStore() {
      super("There is no such thing here.");
    }
  }

  /// The store belongs to a tenant that was not provisioned.
  public static final class UnknownTenant extends StorageException {
    public UnknownTenant() {
      super("The tenant was not provisioned.");
    }
  }

  /// The name is in use, or the id is another tenant's.
  public static final class Conflict extends StorageException {
    public Conflict() {
      super("A store with this id or name exists already.");
    }
  }

  /// Undoing is for what is half made; events are never removed by it.
  public static final class NotEmpty extends StorageException {
    public NotEmpty() {
      super("Events were written here, so this cannot be undone.");
    }
  }

  /// To count what would be removed takes longer than a request may.
  public static final class TooLong extends StorageException {
    public TooLong(Duration within) {
      super(
          "Counting the store's events took longer than "
              + within.toSeconds()
              + " s. Try again when less is going on, or have tarn.ingest.uploads.count-within"
              + " raised.");
    }
  }

  /// The database did not do its part.
  public static final class Unavailable extends StorageException {
    public Unavailable(SQLException cause) {
      super("The storage does not answer.", cause);
    }
  }
}
