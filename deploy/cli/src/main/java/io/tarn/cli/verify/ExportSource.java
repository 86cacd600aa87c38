package io.tarn.cli.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Where an export lies. Nothing of it is ever written elsewhere.
public interface ExportSource extends AutoCloseable {
  /// More than so many files are not looked at.
  int MOST_FILES = 100_000;

  /// Something that lies there.
  ///
  /// @param isFile whether it is a plain file: no link, no folder, no device
  record Item(String name, boolean isFile) {}

  /// Everything that lies there, in the order of names; a name may be there twice.
  ///
  /// @throws IOException if it cannot be read, or is far too much
  List<Item> items() throws IOException;

  /// Opens the file of an item anew.
  InputStream open(String name) throws IOException;

  @Override
  void close() throws IOException;
}
