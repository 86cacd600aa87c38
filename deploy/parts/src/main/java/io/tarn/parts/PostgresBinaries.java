package io.tarn.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// The PostgreSQL programs from the class path, unpacked once into the cache.
final class PostgresBinaries {
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
      TarArchive.unpackXz(packed, folder);
    }
  }

  private static String architecture() {
    var isMac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    var isArm = System.getProperty("os.arch").equals("aarch64");
    return (isMac ? "darwin-" : "linux-") + (isArm ? "arm_64" : "x86_64");
  }
}
