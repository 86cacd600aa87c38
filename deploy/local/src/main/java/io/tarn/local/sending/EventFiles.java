package io.tarn.local.sending;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files to import: a named file, or all files of a folder, under any names. What a file
/// holds is told by its content alone, and by who reads it.
public final class EventFiles {
  private EventFiles() {}

  /// What stands in a folder.
  ///
  /// @param files in the order of their names
  /// @param unreadable what cannot be sent, by name, with the reason
  public record Found(List<Sendable> files, SortedMap<String, String> unreadable) {
    public Found {
      files = List.copyOf(files);
    }

    static Found of(List<Sendable> files) {
      return new Found(files, new TreeMap<>());
    }
  }

  /// One file, or the files of a folder and of those in it; links are followed.
  ///
  /// @throws IOException where the path itself cannot be read
  public static Found in(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return Found.of(List.of(of(path)));
    }
    var folder = new Folder();
    Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, folder);
    folder.files.sort(Comparator.comparing(Sendable::name));
    return new Found(folder.files, folder.unreadable);
  }

  private static Sendable of(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(file + " cannot be read");
    }
    return new Sendable(file.toString(), Files.size(file), () -> Files.newInputStream(file));
  }

  /// Collects files, and names what is none or cannot be read.
  private static final class Folder extends SimpleFileVisitor<Path> {
    private final List<Sendable> files = new ArrayList<>();
    private final TreeMap<String, String> unreadable = new TreeMap<>();

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!attributes.isRegularFile()) {
        unreadable.put(file.toString(), "it is no file");
      } else if (!Files.isReadable(file)) {
        unreadable.put(file.toString(), "it cannot be read");
      } else {
        files.add(of(file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      unreadable.put(
          file.toString(), "it cannot be read (%s)".formatted(failure.getClass().getSimpleName()));
      return FileVisitResult.CONTINUE;
    }
  }

  /// Joins what stands in several places.
  public static Found joined(List<Found> places) {
    var files = new ArrayList<Sendable>();
    var unreadable = new TreeMap<String, String>();
    for (var place : places) {
      files.addAll(place.files());
      unreadable.putAll(place.unreadable());
    }
    return new Found(files, unreadable);
  }
}
