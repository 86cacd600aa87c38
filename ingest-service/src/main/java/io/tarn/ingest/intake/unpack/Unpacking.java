package io.tarn.ingest.intake.unpack;

import io.tarn.ingest.intake.piece.Piece;
import io.tarn.ingest.intake.piece.PieceConsumer;
import io.tarn.ingest.intake.piece.Position;
import io.tarn.ingest.record.RejectionReason;
import java.io.IOException;

/// Unpacks what is packed, as often as it is, told by its first bytes: gzip, zstd and zip, in each
/// other too. Not thread-safe.
public final class Unpacking {
  private static final byte[] NONE = {};

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
    return GzipMembers.isAt(source) || Zstandard.isAt(source) || ZipMembers.isAt(source);
  }

  /// Reads a file to its end. What is broken in it is told, not thrown.
  ///
  /// @param layer how many archives it stands in
  public void read(Source source, String inside, int layer) throws InterruptedException {
    try {
      if (isPacked(source)) {
        packed(source, inside, layer);
      } else {
        plain.read(source, inside);
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
    consumer.accept(new Piece.Broken(new Position(inside, 0, offset, 0), reason, detail, NONE));
  }

  private void packed(Source source, String inside, int layer)
      throws IOException, InterruptedException {
    if (layer + 1 >= Expansion.LAYERS) {
      broken(inside, source.offset(), RejectionReason.UNKNOWN_FORM, "packed too many times");
    } else if (ZipMembers.isAt(source)) {
      new ZipMembers(source, this, layer).read(inside);
    } else if (GzipMembers.isAt(source)) {
      gzip(new GzipMembers(source, expansion, layer), inside, layer);
    } else {
      try (var frames = new Zstandard(source, expansion, layer)) {
        read(new Source(frames), inside, layer + 1);
      }
    }
  }

  private void gzip(GzipMembers members, String inside, int layer)
      throws IOException, InterruptedException {
    try (members) {
      do {
        read(new Source(members), inside, layer + 1);
      } while (members.findNext());
    }
  }
}
