package io.tarn.local.product;

import io.tarn.parts.Cache;
import io.tarn.parts.PartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The built programs, linked into `.tarn/programs` before they are started: a build or a test
/// run may then replace what is below `target` while the product runs.
final class Programs {
  private final Settings settings;

  Programs(Settings settings) {
    this.settings = settings;
  }

  Path kafka() throws IOException {
    return mirror("kafka", settings.root().resolve("deploy/kafka/target/lib"));
  }

  List<Path> s3() throws IOException {
    var root = settings.root();
    return List.of(
        mirror("s3", root.resolve("deploy/s3/target/classes")),
        mirror("s3-common", root.resolve("common/target/classes")),
        mirror("s3-lib", root.resolve("deploy/s3/target/lib")).resolve("*"));
  }

  Path jarOf(Service service) throws IOException {
    var built = settings.root().resolve(service.module()).resolve("target/quarkus-app");
    return mirror(service.module(), built).resolve("quarkus-run.jar");
  }

  private Path mirror(String name, Path built) throws IOException {
    if (!Files.isDirectory(built)) {
      throw new PartException(
          "%s is not built: %s is missing. Run ./tarn up, which builds it.".formatted(name, built));
    }
    var copy = settings.programs().resolve(name);
    Cache.delete(copy);
    try (var paths = Files.walk(built)) {
      for (var path : paths.toList()) {
        put(path, copy.resolve(built.relativize(path).toString()));
      }
    }
    return copy;
  }

  private static void put(Path source, Path target) throws IOException {
    if (Files.isDirectory(source)) {
      Files.createDirectories(target);
      return;
    }
    try {
      Files.createLink(target, source);
    } catch (IOException | UnsupportedOperationException _) {
      Files.copy(source, target);
    }
  }
}
