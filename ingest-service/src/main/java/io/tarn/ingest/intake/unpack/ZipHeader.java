package io.tarn.ingest.intake.unpack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What a zip file says before a member's data.
///
/// @param checksum of the unpacked data
/// @param packedSize the length of the data; -1 where both are told behind the data only
record ZipHeader(String name, int flags, int method, long checksum, long packedSize) {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int ENCRYPTED = 1;
  private static final int TOLD_BEHIND = 8;

  private static final long SIGNATURE = 0x04034b50L;
  private static final int LENGTH = 30;
  private static final int ZIP64 = 1;
  private static final long IN_ZIP64 = 0xffff_ffffL;
  private static final int MAX_NAME = 512;

  static boolean isAt(Source source) {
    return source.has(4) && LittleEndian.four(source, 0) == SIGNATURE;
  }

  /// Reads the header that begins here.
  static ZipHeader read(Source source) throws IOException {
    need(source, source.has(LENGTH));
    int nameLength = LittleEndian.two(source, 26);
    int extraLength = LittleEndian.two(source, 28);
    int flags = LittleEndian.two(source, 6);
    int method = LittleEndian.two(source, 8);
    long checksum = LittleEndian.four(source, 14);
    long size = LittleEndian.four(source, 18);
    source.pass(LENGTH);
    need(source, source.has(Math.min(nameLength, MAX_NAME)));
    var name = new String(source.ahead(Math.min(nameLength, MAX_NAME)), StandardCharsets.UTF_8);
    need(source, source.pass(nameLength));
    need(source, source.has(Math.min(extraLength, Source.CHUNK)));
    if (size == IN_ZIP64) {
      size = packedSizeIn(source.ahead(extraLength));
    }
    need(source, source.pass(extraLength));
    size = (flags & TOLD_BEHIND) != 0 ? -1 : size;
    return new ZipHeader(printable(name), flags, method, checksum, size);
  }

  boolean isSizeKnown() {
    return packedSize >= 0;
  }

  boolean isDeflated() {
    return method == DEFLATED;
  }

  /// Whether the data can be read: deflated, or stored with a known length, and not encrypted.
  boolean isReadable() {
    return (flags & ENCRYPTED) == 0 && (isDeflated() || (method == STORED && isSizeKnown()));
  }

  /// The field for long files holds the unpacked length, then the packed one.
  private static long packedSizeIn(byte[] extra) {
    var fields = new Source(new ByteArrayInputStream(extra));
    while (fields.has(4)) {
      int kind = LittleEndian.two(fields, 0);
      int length = LittleEndian.two(fields, 2);
      if (kind == ZIP64 && length >= 16 && fields.has(20)) {
        return Math.max(LittleEndian.eight(fields, 12), 0);
      }
      fields.pass(4L + length);
    }
    return -1;
  }

  private static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }

  private static void need(Source source, boolean isThere) throws IOException {
    if (!isThere) {
      source.check();
      throw BrokenStreamException.archive("the zip file is cut off");
    }
  }
}
