package io.tarn.parts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Unpacks archives with links and the mark of what can be executed; nothing leaves the folder.
final class TarArchive {
  private static final int OWNER_EXECUTES = 0100;

  private TarArchive() {}

  static void unpackXz(InputStream packed, Path folder) throws IOException {
    unpack(new XZCompressorInputStream(new BufferedInputStream(packed)), folder);
  }

  static void unpackGzip(InputStream packed, Path folder) throws IOException {
    unpack(new GzipCompressorInputStream(new BufferedInputStream(packed)), folder);
  }

  private static void unpack(InputStream plain, Path folder) throws IOException {
    try (var tar = new TarArchiveInputStream(plain)) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, folder);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new PartException("An entry leads out of its archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & OWNER_EXECUTES) != 0) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
