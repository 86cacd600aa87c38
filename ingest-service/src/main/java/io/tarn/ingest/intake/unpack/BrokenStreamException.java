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

  /// The failure of a stream, with a reason of its own or without.
  public static BrokenStreamException of(IOException failure) {
    return failure instanceof BrokenStreamException broken
        ? broken
        : archive("the archive is damaged or cut off");
  }

  public RejectionReason reason() {
    return reason;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
