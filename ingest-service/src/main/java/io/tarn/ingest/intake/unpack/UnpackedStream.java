package io.tarn.ingest.intake.unpack;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import java.util.zip.Checksum;

/// The bytes that a decompressor makes of one layer of packing: counted against the limit of
/// expansion, and with every failure told as a broken archive. Not thread-safe.
final class UnpackedStream extends FilterInputStream {
  private final String format;
  private final Expansion expansion;
  private final int layer;
  private final LongSupplier packedOffset;
  private final Checksum checksum = new CRC32();
  private long length;
  private boolean failed;

  /// @param packedOffset how far the packed bytes were read
  UnpackedStream(
      InputStream decompressor,
      String format,
      Expansion expansion,
      int layer,
      LongSupplier packedOffset) {
    super(decompressor);
    this.format = format;
    this.expansion = expansion;
    this.layer = layer;
    this.packedOffset = packedOffset;
  }

  /// How many archives it stands in.
  int layer() {
    return layer;
  }

  /// The CRC-32 of what was read.
  long checksum() {
    return checksum.getValue();
  }

  /// Reads what is left, unless reading failed before; tells whether it did not.
  boolean readToEnd() throws IOException {
    if (!failed) {
      transferTo(OutputStream.nullOutputStream());
    }
    return !failed;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int room) throws IOException {
    try {
      int read = in.read(into, offset, room);
      if (read > 0) {
        length += read;
        checksum.update(into, offset, read);
        expansion.add(layer, read);
      }
      return read;
    } catch (IOException failure) {
      failed = true;
      throw broken(failure);
    }
  }

  private BrokenStreamException broken(IOException failure) {
    if (failure instanceof BrokenStreamException broken) {
      return broken;
    }
    boolean isCutOff = failure instanceof EOFException;
    return BrokenStreamException.archive(
        "the %s data is %s byte %d, after %d unpacked bytes"
            .formatted(
                format,
                isCutOff ? "cut off at" : "damaged or cut off before",
                packedOffset.getAsLong(),
                length));
  }
}
