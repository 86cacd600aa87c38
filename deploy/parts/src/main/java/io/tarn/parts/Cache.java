package io.tarn.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Unpacked parts that several checkouts share: `$TARN_CACHE`, else `~/.cache/tarn`. An entry
/// appears complete or not at all.
public final class Cache {
  private Cache() {}

  public static Path folder() {
    var configured = System.getenv("TARN_CACHE");
    return configured == null || configured.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "tarn")
        : Path.of(configured);
  }

  /// The entry of that name, made by the maker in a folder beside it if it is not there yet.
  static Path entry(String name, Maker maker) throws IOException, InterruptedException {
    var entry = folder().resolve(name);
    if (Files.isDirectory(entry)) {
      return entry;
    }
    Files.createDirectories(folder());
    var draft = Files.createTempDirectory(folder(), name + ".");
    try {
      maker.fill(draft);
      Files.move(draft, entry, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      if (!Files.isDirectory(entry)) {
        throw failure;
      }
    } finally {
      delete(draft);
    }
    return entry;
  }

  /// Deletes a folder with all that is in it, without following links.
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  static String version(String part) throws IOException {
    var versions = new Properties();
    try (var file = Cache.class.getResourceAsStream("versions.properties")) {
      versions.load(file);
    }
    @Nullable String version = versions.getProperty(part);
    if (version == null) {
      throw new PartException("No version is known of " + part);
    }
    return version;
  }

  /// Fills a new entry of the cache.
  @FunctionalInterface
  interface Maker {
    void fill(Path folder) throws IOException, InterruptedException;
  }
}
