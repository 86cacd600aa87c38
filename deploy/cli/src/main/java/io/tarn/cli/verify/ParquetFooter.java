package io.tarn.cli.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The number of rows in the footer of a Parquet file: field 3 of a FileMetaData in Thrift's
/// compact protocol.
final class ParquetFooter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_FOOTER = 8 << 20;
  private static final int MOST_DEPTH = 16;
  private static final int NUMBER_OF_ROWS = 3;

  private final ByteBuffer bytes;

  private ParquetFooter(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /// @throws IOException if it is no Parquet file, or one with a footer of over 8 MB
  static long rows(InputStream stream) throws IOException {
    if (!Arrays.equals(stream.readNBytes(MAGIC.length), MAGIC)) {
      throw new IOException("is no Parquet file");
    }
    try {
      return new ParquetFooter(footer(lastBytes(stream))).rows();
    } catch (BufferUnderflowException | IllegalArgumentException broken) {
      throw new IOException("has no footer of a Parquet file", broken);
    }
  }

  /// The last 8 MB and what ends the file.
  private static byte[] lastBytes(InputStream stream) throws IOException {
    var ring = new byte[64 << 10];
    int most = MOST_FOOTER + 2 * MAGIC.length;
    int filled = 0;
    int next = 0;
    for (int read = stream.read(ring, next, ring.length - next);
        read >= 0;
        read = stream.read(ring, next, ring.length - next)) {
      next += read;
      filled = Math.max(filled, next);
      if (next == ring.length) {
        if (ring.length < most) {
          ring = Arrays.copyOf(ring, Math.min(most, 2 * ring.length));
        } else {
          next = 0;
        }
      }
    }
    var last = new byte[filled];
    var oldest = filled == ring.length ? next : 0;
    System.arraycopy(ring, oldest, last, 0, filled - oldest);
    System.arraycopy(ring, 0, last, filled - oldest, oldest);
    return last;
  }

  private static ByteBuffer footer(byte[] end) throws IOException {
    var buffer = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
    var magic = end.length - MAGIC.length;
    if (magic < 4 || !Arrays.equals(end, magic, end.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException("has no end of a Parquet file");
    }
    int length = buffer.getInt(magic - 4);
    if (length < 0 || length > magic - 4) {
      throw new IOException("has a footer that is too large");
    }
    return buffer.slice(magic - 4 - length, length);
  }

  private long rows() throws IOException {
    int field = 0;
    for (int header = bytes.get() & 0xff; header != 0; header = bytes.get() & 0xff) {
      field = header >> 4 == 0 ? (int) zigzag() : field + (header >> 4);
      if (field == NUMBER_OF_ROWS && (header & 0xf) == 6) {
        return zigzag();
      }
      skip(header & 0xf, 0);
    }
    throw new IOException("has a footer without a number of rows");
  }

  private void skip(int type, int depth) {
    if (depth > MOST_DEPTH) {
      throw new IllegalArgumentException("nested too deep");
    }
    switch (type) {
      case 1, 2 -> {}
      case 3 -> skipBytes(1);
      case 4, 5, 6 -> varint();
      case 7 -> skipBytes(Double.BYTES);
      case 8 -> skipBytes(varint());
      case 9, 10 -> skipList(depth);
      case 12 -> skipStructure(depth);
      default -> throw new IllegalArgumentException("a type that a footer does not have");
    }
  }

  private void skipList(int depth) {
    int header = bytes.get() & 0xff;
    long size = header >> 4 == 15 ? varint() : header >> 4;
    int type = header & 0xf;
    for (long index = 0; index < size; index++) {
      // In a list a truth value takes a byte, which ends the loop where the bytes end.
      skip(type == 1 || type == 2 ? 3 : type, depth + 1);
    }
  }

  private void skipStructure(int depth) {
    for (int header = bytes.get() & 0xff; header != 0; header = bytes.get() & 0xff) {
      if (header >> 4 == 0) {
        varint();
      }
      skip(header & 0xf, depth + 1);
    }
  }

  private void skipBytes(long count) {
    if (count < 0 || count > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    bytes.position(bytes.position() + (int) count);
  }

  private long zigzag() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number that is too long");
  }
}
