package io.tarn.ingest.intake.unpack;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/// The joined contents of all members of a gzip file (RFC 1952). Not thread-safe.
///
/// The library reads members too, but takes NUL bytes behind one for damage, which are padding, and
/// throws away what it unpacked just before it meets damage.
final class GzipMembers extends InputStream {
  private final PackedInput packed;
  private GzipCompressorInputStream member;
  private @Nullable IOException failure;

  GzipMembers(Source packed) throws IOException {
    this.packed = new PackedInput(packed);
    this.member = new GzipCompressorInputStream(this.packed);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    int read = readMember(into, offset, length);
    while (read < 0 && hasNext()) {
      member = nextMember();
      read = readMember(into, offset, length);
    }
    return read;
  }

  /// How far the packed bytes were read.
  long offset() {
    return packed.offset();
  }

  private GzipCompressorInputStream nextMember() throws IOException {
    long begin = packed.offset();
    try {
      return new GzipCompressorInputStream(packed);
    } catch (EOFException cutOff) {
      throw cutOff;
    } catch (IOException _) {
      throw BrokenStreamException.archive(
          "bytes that are no gzip data begin at byte %d".formatted(begin));
    }
  }

  private int readMember(byte[] into, int offset, int length) throws IOException {
    long before = member.getBytesRead();
    try {
      return member.read(into, offset, length);
    } catch (IOException damage) {
      int unpacked = (int) (member.getBytesRead() - before);
      if (unpacked == 0) {
        throw damage;
      }
      failure = damage;
      return unpacked;
    }
  }

  @Override
  public void close() throws IOException {
    member.close();
  }

  private boolean hasNext() throws IOException {
    int next;
    do {
      packed.mark(1);
      next = packed.read();
    } while (next == 0);
    packed.reset();
    return next >= 0;
  }

  /// A buffer over a source that knows how far it was read.
  private static final class PackedInput extends BufferedInputStream {
    private final Source source;

    PackedInput(Source source) {
      super(source);
      this.source = source;
    }

    long offset() {
      return source.offset() - (count - pos);
    }
  }
}
