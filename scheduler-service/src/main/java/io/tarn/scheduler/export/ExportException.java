package io.tarn.scheduler.export;

/// Why something cannot be done with an export.
public abstract sealed class ExportException extends RuntimeException {
  private ExportException(String message) {
    super(message, null, false, false);
  }

  /// There is no such export or file, or it is another tenant's.
  public static final class NotFound extends ExportException {
    public NotFound() {
      super("no such export");
    }
  }

  /// Its files are not all there.
  public static final class NotDelivered extends ExportException {
    public NotDelivered(ExportState state) {
      super("The export has no files: it is " + state.wireName() + ".");
    }
  }

  /// The bucket does not give the files now.
  public static final class FilesUnavailable extends ExportException {
    public FilesUnavailable(String message) {
      super(message);
    }
  }

  /// Nobody can tell now whether the caller may read what is to be exported.
  public static final class CheckUnavailable extends ExportException {
    public CheckUnavailable() {
      super("The execution cannot be looked at at the moment.");
    }
  }
}
