package io.tarn.ingest.intake.unpack;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.tarn.ingest.record.RejectionReason;
import java.io.IOException;
import java.io.InputStream;

/// The joined contents of all frames of a Zstandard file (RFC 8878).
final class Zstandard extends InputStream {
  /// A frame that looks back further than 32 MiB would take that much memory.
  private static final int MAX_WINDOW_LOG = 25;

  private final ZstdInputStreamNoFinalizer frames;
  private final Expansion expansion;
  private final int layer;
  private long length;

  Zstandard(Source source, Expansion expansion, int layer) throws IOException {
    this.frames = new ZstdInputStreamNoFinalizer(source).setLongMax(MAX_WINDOW_LOG);
    this.expansion = expansion;
    this.layer = layer;
  }

  static boolean isAt(Source source) {
    if (!source.has(4)) {
      return false;
    }
    long magic = LittleEndian.four(source, 0);
    boolean isSkippable = (magic & ~0xfL) == 0x184D2A50L;
    return magic == 0xFD2FB528L || isSkippable;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int room) throws IOException {
    try {
      int read = frames.read(into, offset, room);
      length += Math.max(read, 0);
      expansion.add(layer, Math.max(read, 0));
      return read;
    } catch (BrokenStreamException broken) {
      throw broken;
    } catch (IOException damage) {
      throw new BrokenStreamException(
          RejectionReason.BROKEN_ARCHIVE,
          "the zstd data is damaged or cut off after %d unpacked bytes: %s"
              .formatted(length, damage.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }
}
