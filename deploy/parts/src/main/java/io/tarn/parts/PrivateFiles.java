package io.tarn.parts;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Files that only their owner may read, from their first byte on.
public final class PrivateFiles {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private PrivateFiles() {}

  /// Writes a new file of mode 0600; fails if there is one already.
  public static void write(Path file, String text) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  /// A folder that only its owner may enter, never open in between.
  public static Path folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER));
    }
    return Files.setPosixFilePermissions(folder, OWNER);
  }

  /// Removes the rights of group and others from the content of a folder, without following links.
  public static void close(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            closeOne(path);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (!attributes.isSymbolicLink()) {
              closeOne(path);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void closeOne(Path path) throws IOException {
    var found = Files.readAttributes(path, PosixFileAttributes.class).permissions();
    if (!OWNER.containsAll(found)) {
      var left = EnumSet.copyOf(found);
      left.retainAll(OWNER);
      Files.setPosixFilePermissions(path, left);
    }
  }
}
