package io.tarn.ingest.intake.form;

import java.io.ByteArrayInputStream;
import java.util.function.IntSupplier;

/// A stream that gives so many bytes at a time.
final class Chunks extends ByteArrayInputStream {
  private final IntSupplier sizes;

  Chunks(byte[] bytes, IntSupplier sizes) {
    super(bytes);
    this.sizes = sizes;
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) {
    return super.read(into, offset, Math.min(sizes.getAsInt(), length));
  }
}
