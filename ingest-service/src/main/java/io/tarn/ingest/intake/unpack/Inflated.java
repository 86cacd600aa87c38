package io.tarn.ingest.intake.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The content of one deflated stream. Takes no byte too many from its source.
final class Inflated extends InputStream {
  private final Source source;
  private final Expansion expansion;
  private final int layer;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private boolean open = true;
  private long length;

  Inflated(Source source, Expansion expansion, int layer) {
    this.source = source;
    this.expansion = expansion;
    this.layer = layer;
  }

  long checksum() {
    return checksum.getValue();
  }

  long length() {
    return length;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int room) throws IOException {
    while (open) {
      int read = inflate(into, offset, room);
      if (read > 0) {
        expansion.add(layer, read);
        checksum.update(into, offset, read);
        length += read;
        return read;
      }
      if (inflater.finished()) {
        close();
      } else {
        feed();
      }
    }
    return -1;
  }

  /// Gives back what was not needed.
  @Override
  public void close() {
    if (open) {
      open = false;
      source.takeBack(inflater.getRemaining());
      inflater.end();
    }
  }

  private int inflate(byte[] into, int offset, int room) throws BrokenStreamException {
    try {
      return inflater.inflate(into, offset, room);
    } catch (DataFormatException damage) {
      close();
      throw BrokenStreamException.archive(
          "the compressed data is damaged after %d unpacked bytes".formatted(length));
    }
  }

  private void feed() throws IOException {
    if (!source.has(1)) {
      close();
      source.check();
      throw BrokenStreamException.archive(
          "the compressed data is cut off after %d unpacked bytes".formatted(length));
    }
    var lent = source.lend();
    inflater.setInput(lent.bytes(), lent.offset(), lent.length());
  }
}
