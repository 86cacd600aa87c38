package io.tarn.local.parts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The PostgreSQL programs from the class path, unpacked once into the cache.
final class PostgresBinaries {
  private static final int OWNER_EXECUTES = 0100;

  private PostgresBinaries() {}

  static Path folder() throws IOException, InterruptedException {
    var name = "postgres-" + Cache.version("postgres") + "-" + architecture();
    return Cache.entry(name, PostgresBinaries::unpack);
  }

  private static void unpack(Path folder) throws IOException {
    var resource = "/postgres-%s.txz".formatted(architecture());
    try (var packed = PostgresBinaries.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new PartException(
            "There is no embedded PostgreSQL for %s; set TARN_POSTGRES_URL to a server of yours."
                .formatted(architecture()));
      }
      unpack(packed, folder);
    }
  }

  private static void unpack(InputStream packed, Path folder) throws IOException {
    var buffered = new BufferedInputStream(packed);
    try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(buffered))) {
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

  private static String architecture() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    var arm = System.getProperty("os.arch").equals("aarch64");
    return (system ? "darwin-" : "linux-") + (arm ? "arm_64" : "x86_64");
  }
}
