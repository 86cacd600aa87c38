package io.tarn.ingest.intake.unpack;

import java.io.IOException;
import java.io.InputStream;

/// So many bytes of a source, as they are.
final class Stored extends InputStream {
  private final Source source;
  private final Expansion expansion;
  private final int layer;
  private long left;

  Stored(Source source, long length, Expansion expansion, int layer) {
    this.source = source;
    this.left = length;
    this.expansion = expansion;
    this.layer = layer;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int room) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = source.read(into, offset, (int) Math.min(room, left));
    if (read < 0) {
      throw BrokenStreamException.archive("the zip file is cut off inside a member");
    }
    left -= read;
    expansion.add(layer, read);
    return read;
  }
}
