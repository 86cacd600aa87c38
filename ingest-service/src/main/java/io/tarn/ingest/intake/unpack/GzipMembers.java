package io.tarn.ingest.intake.unpack;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The joined contents of all members of a gzip file (RFC 1952).
///
/// Where a member is broken, reading ends with that, and can begin again at the next member.
final class GzipMembers extends InputStream {
  private static final int HEADER = 10;
  private static final int HEADER_CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int KNOWN_FLAGS = 31;

  private final Source source;
  private final Expansion expansion;
  private final int layer;
  private @Nullable Inflated member;
  private boolean broken;

  GzipMembers(Source source, Expansion expansion, int layer) {
    this.source = source;
    this.expansion = expansion;
    this.layer = layer;
  }

  static boolean isAt(Source source) {
    return source.has(3) && source.peek(0) == 0x1f && source.peek(1) == 0x8b && source.peek(2) == 8;
  }

  /// Looks for a member behind the broken place.
  boolean findNext() {
    close();
    if (!broken || expansion.isExceeded()) {
      return false;
    }
    while (source.has(HEADER)) {
      if (isAt(source) && source.peek(3) <= KNOWN_FLAGS) {
        return true;
      }
      source.pass(1);
    }
    return false;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      for (var open = opened(); open != null; open = opened()) {
        int read = open.read(into, offset, length);
        if (read > 0) {
          return read;
        }
        end(open);
      }
      return -1;
    } catch (IOException failure) {
      broken = true;
      throw failure;
    }
  }

  @Override
  public void close() {
    if (member != null) {
      member.close();
      member = null;
    }
  }

  /// The member that is being read, or the next one, or null at the end.
  private @Nullable Inflated opened() throws IOException {
    if (member == null) {
      passPadding();
      if (source.has(1)) {
        member = begin();
      } else {
        source.check();
      }
    }
    return member;
  }

  private Inflated begin() throws IOException {
    if (!isAt(source)) {
      throw BrokenStreamException.archive("something follows the gzip data that is no gzip");
    }
    passHeader();
    return new Inflated(source, expansion, layer);
  }

  private void passPadding() {
    while (source.has(1) && source.peek(0) == 0) {
      source.pass(1);
    }
  }

  private void passHeader() throws IOException {
    need(source.has(HEADER));
    int flags = source.peek(3);
    source.pass(HEADER);
    if ((flags & EXTRA) != 0) {
      need(source.has(2));
      need(source.pass(2 + source.peek(0) + 256L * source.peek(1)));
    }
    passText(flags & NAME);
    passText(flags & COMMENT);
    need(source.pass((flags & HEADER_CHECK) != 0 ? 2 : 0));
  }

  private void passText(int flag) throws IOException {
    for (int next = flag == 0 ? 0 : source.read(); next != 0; next = source.read()) {
      need(next > 0);
    }
  }

  private void end(Inflated ended) throws IOException {
    member = null;
    need(source.has(8));
    boolean isWhole = little(0) == ended.checksum() && little(4) == (ended.length() & 0xffff_ffffL);
    source.pass(8);
    if (!isWhole) {
      throw BrokenStreamException.archive("the checksum of the gzip data does not fit");
    }
  }

  private long little(int ahead) {
    return LittleEndian.four(source, ahead);
  }

  private void need(boolean isThere) throws IOException {
    if (!isThere) {
      source.check();
      throw BrokenStreamException.archive("the gzip file is cut off");
    }
  }
}
