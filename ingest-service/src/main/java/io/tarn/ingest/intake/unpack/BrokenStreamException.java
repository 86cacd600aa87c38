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

  /// What a stream says that has no reason of its own.
  public static BrokenStreamException of(IOException failure) {
    return failure instanceof BrokenStreamException broken ? broken : archive("cannot be read");
  }

  public Refusal refusal() {
    return refusal;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
