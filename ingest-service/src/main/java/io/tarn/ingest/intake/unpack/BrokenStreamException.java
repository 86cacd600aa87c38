package io.tarn.ingest.intake.unpack;

import io.tarn.ingest.record.RejectionReason;
import java.io.IOException;

/// A stream cannot be read further, for a reason that lies in what was sent.
public final class BrokenStreamException extends IOException {
  private final RejectionReason reason;

  BrokenStreamException(RejectionReason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  static BrokenStreamException archive(String detail) {
    return new BrokenStreamException(RejectionReason.BROKEN_ARCHIVE, detail);
  }

  /// What a stream says that has no reason of its own.
  public static BrokenStreamException of(IOException failure) {
    return failure instanceof BrokenStreamException broken ? broken : archive("cannot be read");
  }

  public RejectionReason reason() {
    return reason;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
