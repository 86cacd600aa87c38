package io.tarn.cli.verify;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// An export as one zip. What counts is the directory at its end, as with every program that
/// unpacks one; files are read as streams.
public final class ZipSource implements ExportSource {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int MOST_COMMENT = 0xffff;
  private static final int SIZE_OF_DIRECTORY = 12;
  private static final long MOST_DIRECTORY = 16L << 20;

  private final ZipFile zip;

  /// @throws IOException if it is no zip, or one whose directory is far too large
  public ZipSource(Path file) throws IOException {
    refuseLargeDirectory(file);
    this.zip = new ZipFile(file.toFile());
  }

  /// The directory is held in memory, so its size is looked at before.
  private static void refuseLargeDirectory(Path path) throws IOException {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      var tail = new byte[(int) Math.min(file.length(), END_BYTES + MOST_COMMENT)];
      file.seek(file.length() - tail.length);
      file.readFully(tail);
      var bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = tail.length - END_BYTES; at >= 0; at--) {
        if (bytes.getInt(at) == END
            && Integer.toUnsignedLong(bytes.getInt(at + SIZE_OF_DIRECTORY)) > MOST_DIRECTORY) {
          throw new ZipException("has too many files for an export");
        }
      }
    }
  }

  @Override
  public List<Item> items() throws IOException {
    if (zip.size() > MOST_FILES) {
      throw new ZipException("has too many files for an export");
    }
    var items = new ArrayList<Item>();
    zip.stream().forEach(entry -> items.add(new Item(entry.getName(), !entry.isDirectory())));
    items.sort(Comparator.comparing(Item::name));
    return items;
  }

  @Override
  public InputStream open(String name) throws IOException {
    var entry = zip.getEntry(name);
    var stream = entry == null ? null : zip.getInputStream(entry);
    if (stream == null) {
      throw new FileNotFoundException(name);
    }
    return stream;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
