package io.tarn.ingest.intake.unpack;

import io.tarn.ingest.record.RejectionReason;
import java.io.IOException;

/// Reads the members of a zip file one after the other while it comes, by what stands before each
/// of them. A broken member does not keep the next one from being found.
final class ZipMembers {
  private static final String NOTES_OF_THE_SYSTEM = "__MACOSX/";

  private final Source source;
  private final Unpacking unpacking;
  private final int layer;

  ZipMembers(Source source, Unpacking unpacking, int layer) {
    this.source = source;
    this.unpacking = unpacking;
    this.layer = layer;
  }

  /// Whether a zip file begins here, with a member or with the end of an empty one.
  static boolean isAt(Source source) {
    return ZipHeader.isAt(source) || isSignature(source, 5, 6);
  }

  void read(String inside) throws IOException, InterruptedException {
    boolean isWhole = true;
    while (!unpacking.expansion().isExceeded() && findHeader()) {
      isWhole = member(ZipHeader.read(source), inside);
    }
    if (isWhole && !source.has(4)) {
      source.check();
      unpacking.broken(
          inside,
          source.offset(),
          RejectionReason.BROKEN_ARCHIVE,
          "the zip file ends before its directory");
    }
  }

  /// Reads one member; tells whether nothing of it was missing.
  private boolean member(ZipHeader header, String inside) throws IOException, InterruptedException {
    if (header.name().endsWith("/") || header.name().startsWith(NOTES_OF_THE_SYSTEM)) {
      return source.pass(Math.max(header.packedSize(), 0));
    }
    var place = inside.isEmpty() ? header.name() : inside + "!" + header.name();
    if (!header.isReadable()) {
      unpacking.broken(
          place,
          source.offset(),
          RejectionReason.UNKNOWN_FORM,
          "encrypted, or packed in an unknown way");
      return source.pass(Math.max(header.packedSize(), 0));
    }
    long end = source.offset() + header.packedSize();
    boolean isWhole = content(header, place);
    source.pass(header.isSizeKnown() ? Math.max(end - source.offset(), 0) : 0);
    return isWhole;
  }

  private boolean content(ZipHeader header, String place) throws IOException, InterruptedException {
    try (var stream =
            header.isDeflated()
                ? new Inflated(source, unpacking.expansion(), layer)
                : new Stored(source, header.packedSize(), unpacking.expansion(), layer);
        var content = new Checked(stream)) {
      unpacking.read(new Source(content), place, layer + 1);
      if (!content.isWhole()) {
        return false;
      }
      if (content.checksum() != checksum(header)) {
        unpacking.broken(
            place,
            source.offset(),
            RejectionReason.BROKEN_ARCHIVE,
            "the member's checksum does not fit");
      }
      return true;
    }
  }

  private long checksum(ZipHeader header) {
    if (header.isSizeKnown()) {
      return header.checksum();
    }
    int signature = isSignature(source, 7, 8) ? 4 : 0;
    return source.has(signature + 4) ? LittleEndian.four(source, signature) : -1;
  }

  /// Goes on to what begins the next member; false where the directory begins.
  private boolean findHeader() {
    while (source.has(4)) {
      if (ZipHeader.isAt(source)) {
        return true;
      }
      if (isSignature(source, 1, 2) || isSignature(source, 5, 6)) {
        return false;
      }
      source.pass(1);
    }
    return false;
  }

  private static boolean isSignature(Source source, int third, int fourth) {
    return source.has(4)
        && source.peek(0) == 'P'
        && source.peek(1) == 'K'
        && source.peek(2) == third
        && source.peek(3) == fourth;
  }
}
