package io.tarn.ingest.intake.unpack;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.tarn.ingest.intake.piece.Piece;
import io.tarn.ingest.intake.piece.PieceConsumer;
import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.record.RejectionReason;
import java.io.IOException;

/// Unpacks what is packed, as often as it is, told by its first bytes: gzip, zstd and zip, in each
/// other too. Not thread-safe.
///
/// Where packed data is broken, all that came out of it before is read, and the rest is one broken
/// piece.
public final class Unpacking {
  private static final byte[] NONE = {};

  /// A zstd frame that looks back further than 32 MiB would take that much memory.
  private static final int MAX_WINDOW_LOG = 25;

  private final Expansion expansion;
  private final PieceConsumer consumer;
  private final PlainReader plain;

  /// @param consumer is told what is broken in an archive itself
  /// @param plain reads what is not packed
  public Unpacking(Expansion expansion, PieceConsumer consumer, PlainReader plain) {
    this.expansion = expansion;
    this.consumer = consumer;
    this.plain = plain;
  }

  /// Reads what is not packed.
  public interface PlainReader {
    /// @param inside the names of the members of archives in which it stands
    void read(Source plain, String inside) throws InterruptedException;
  }

  /// Whether something begins here that can be unpacked.
  public static boolean isPacked(Source source) {
    return isGzip(source) || isZstd(source) || isZip(source) || isEmptyZip(source);
  }

  /// Reads a file to its end. What is broken in it is told, not thrown.
  ///
  /// @param layer how many archives it stands in
  public void read(Source source, String inside, int layer) throws InterruptedException {
    try {
      if (!isPacked(source)) {
        plain.read(source, inside);
      } else if (layer + 1 >= Expansion.LAYERS) {
        broken(inside, source.offset(), RejectionReason.UNKNOWN_FORM, "packed too many times");
      } else if (isEmptyZip(source)) {
        return;
      } else if (isZip(source)) {
        new ZipMembers(source, this, layer).read(inside);
      } else if (isGzip(source)) {
        var members = new GzipMembers(source);
        unpacked(new UnpackedStream(members, "gzip", expansion, layer, members::offset), inside);
      } else {
        var frames = new ZstdInputStreamNoFinalizer(source).setLongMax(MAX_WINDOW_LOG);
        unpacked(new UnpackedStream(frames, "zstd", expansion, layer, source::offset), inside);
      }
    } catch (IOException failure) {
      var broken = BrokenStreamException.of(failure);
      broken(inside, source.offset(), broken.reason(), broken.detail());
    }
  }

  Expansion expansion() {
    return expansion;
  }

  void broken(String inside, long offset, RejectionReason reason, String detail)
      throws InterruptedException {
    consumer.accept(
        new Piece.Broken(new SourceLocation(inside, 0, offset, 0), reason, detail, NONE));
  }

  private void unpacked(UnpackedStream opened, String inside)
      throws IOException, InterruptedException {
    try (var content = opened) {
      read(new Source(content), inside, content.layer() + 1);
    }
  }

  private static boolean isGzip(Source source) {
    return source.startsWith(0x1f, 0x8b, 8);
  }

  private static boolean isZip(Source source) {
    return source.startsWith('P', 'K', 3, 4);
  }

  private static boolean isEmptyZip(Source source) {
    return source.startsWith('P', 'K', 5, 6);
  }

  /// Whether a zstd frame begins here (RFC 8878), be it one to skip.
  private static boolean isZstd(Source source) {
    return source.startsWith(0x28, 0xb5, 0x2f, 0xfd)
        || (source.has(4) && (source.peek(0) & 0xf0) == 0x50 && isSkippable(source));
  }

  private static boolean isSkippable(Source source) {
    return source.peek(1) == 0x2a && source.peek(2) == 0x4d && source.peek(3) == 0x18;
  }
}
