package io.tarn.ingest.intake.unpack;

import io.tarn.ingest.record.Refusal;
import java.io.IOException;

/// A stream cannot be read further, for a reason that lies in what was sent.
public final class BrokenStreamException extends IOException {
  private final Refusal refusal;

  BrokenStreamException(Refusal refusal, String detail) {
    super(detail);
    this.refusal = refusal;
  }

  static BrokenStreamException archive(String detail) {
    return new BrokenStreamException(Refusal.BROKEN_ARCHIVE, detail);
  }

  /// The failure of a stream, with a reason of its own or without.
  public static BrokenStreamException of(IOException failure) {
    return failure instanceof BrokenStreamException broken
        ? broken
        : archive("the archive is damaged or cut off");
  }

  public Refusal refusal() {
    return refusal;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
