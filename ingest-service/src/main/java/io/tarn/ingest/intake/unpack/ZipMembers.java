package io.tarn.ingest.intake.unpack;

import io.tarn.ingest.record.RejectionReason;
import java.io.IOException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/// Reads the members of a zip file one after the other while it comes. Where the archive is broken,
/// reading ends; what is wrong in the text of a member does not concern the next one.
final class ZipMembers {
  private static final String MAC_METADATA = "__MACOSX/";

  /// A directory with one file and its end. The library takes a file without one for whole.
  private static final int SHORTEST_DIRECTORY = 46 + 22;

  private final Source source;
  private final Unpacking unpacking;
  private final int layer;

  ZipMembers(Source source, Unpacking unpacking, int layer) {
    this.source = source;
    this.unpacking = unpacking;
    this.layer = layer;
  }

  void read(String inside) throws IOException, InterruptedException {
    var zip = new ZipArchiveInputStream(source, "UTF-8"); // the source is its owner's to close
    long end = 0;
    for (var entry = zip.getNextEntry(); entry != null; ) {
      long begin = zip.getBytesRead();
      var content = new UnpackedStream(zip, "zip", unpacking.expansion(), layer);
      boolean isRead = isFile(entry) && read(content, zip, entry, place(entry, inside));
      if (isRead && !content.readToEnd()) {
        return;
      }
      end = begin + zip.getCompressedCount();
      var next = zip.getNextEntry(); // a checksum may stand behind the data
      if (isRead && entry.getCrc() != content.checksum()) {
        throw BrokenStreamException.archive(
            "the checksum of a member of the zip file does not fit");
      }
      entry = next;
    }
    if (zip.getBytesRead() - end < SHORTEST_DIRECTORY) {
      throw BrokenStreamException.archive("the zip file is cut off before its directory");
    }
  }

  /// Reads a member; tells whether its packing is one that can be read.
  private boolean read(
      UnpackedStream content, ZipArchiveInputStream zip, ZipArchiveEntry entry, String place)
      throws InterruptedException {
    var method = ZipMethod.getMethodByCode(entry.getMethod());
    boolean isKnown = method == ZipMethod.DEFLATED || method == ZipMethod.STORED;
    if (isKnown && zip.canReadEntryData(entry)) {
      unpacking.read(new Source(content), place, layer + 1);
      return true;
    }
    unpacking.broken(
        place,
        source.offset(),
        RejectionReason.UNKNOWN_FORM,
        "encrypted, or packed in an unknown way");
    return false;
  }

  private static boolean isFile(ZipArchiveEntry entry) {
    return !entry.isDirectory() && !entry.getName().startsWith(MAC_METADATA);
  }

  private static String place(ZipArchiveEntry entry, String inside) {
    var name = entry.getName().replaceAll("\\p{Cntrl}", "?");
    return inside.isEmpty() ? name : inside + "!" + name;
  }
}
