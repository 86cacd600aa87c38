package io.tarn.ingest.upload;

import org.jspecify.annotations.Nullable;

/// Why something cannot be done with an upload.
public abstract sealed class UploadException extends RuntimeException {
  private UploadException(String message) {
    this(message, null);
  }

  private UploadException(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }

  /// The tenant has no such upload.
  public static final class Unknown extends UploadException {
    Unknown() {
      super("no such upload");
    }
  }

  /// It takes no more files.
  public static final class Closed extends UploadException {
    Closed() {
      super("The upload takes no more files.");
    }
  }

  /// A file is still coming in.
  public static final class Busy extends UploadException {
    Busy(String detail) {
      super(detail);
    }
  }

  /// The database cannot be asked now.
  public static final class Unavailable extends UploadException {
    Unavailable(Throwable cause) {
      super("The progress of the upload cannot be recorded now; try again.", cause);
    }
  }
}
