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
      var content = new UnpackedStream(zip, "zip", unpacking.expansion(), layer, zip::getBytesRead);
      boolean isReadable = isReadable(zip, entry);
      if (isFile(entry)) {
        read(content, isReadable, path(entry, inside));
      }
      if (isReadable && !content.readToEnd()) {
        return;
      }
      end = begin + zip.getCompressedCount();
      var next = zip.getNextEntry(); // a checksum may stand behind the data
      if (isReadable && entry.getCrc() != content.checksum()) {
        throw BrokenStreamException.archive(
            "the checksum of a member of the zip file does not fit");
      }
      entry = next;
    }
    if (zip.getBytesRead() - end < SHORTEST_DIRECTORY) {
      throw BrokenStreamException.archive("the zip file is cut off before its directory");
    }
  }

  private void read(UnpackedStream content, boolean isReadable, String path)
      throws InterruptedException {
    if (isReadable) {
      unpacking.read(new Source(content), path, layer + 1);
    } else {
      var detail = "encrypted, or packed in an unknown way";
      unpacking.broken(path, source.offset(), RejectionReason.UNKNOWN_FORM, detail);
    }
  }

  private static boolean isReadable(ZipArchiveInputStream zip, ZipArchiveEntry entry) {
    var method = ZipMethod.getMethodByCode(entry.getMethod());
    boolean isKnown = method == ZipMethod.DEFLATED || method == ZipMethod.STORED;
    return isKnown && zip.canReadEntryData(entry);
  }

  private static boolean isFile(ZipArchiveEntry entry) {
    return !entry.isDirectory() && !entry.getName().startsWith(MAC_METADATA);
  }

  private static String path(ZipArchiveEntry entry, String inside) {
    var name = entry.getName().replaceAll("\\p{Cntrl}", "?");
    return inside.isEmpty() ? name : inside + "!" + name;
  }
}
