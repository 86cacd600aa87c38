package io.tarn.cli.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An export in a folder. Links are not followed.
public final class FolderSource implements ExportSource {
  private final Path folder;

  public FolderSource(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Item> items() throws IOException {
    var items = new ArrayList<Item>();
    try (var found = Files.newDirectoryStream(folder)) {
      for (var path : found) {
        if (items.size() == MOST_FILES) {
          throw new IOException(folder + " has too many files for an export");
        }
        items.add(
            new Item(
                path.getFileName().toString(),
                Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)));
      }
    }
    items.sort(Comparator.comparing(Item::name));
    return items;
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void close() {}
}
