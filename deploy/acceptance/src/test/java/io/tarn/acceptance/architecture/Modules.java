package io.tarn.acceptance.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The modules of the product, as folders of sources and of compiled classes.
final class Modules {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  static final List<String> SERVICES =
      List.of("ingest-service", "query-service", "catalog-service", "scheduler-service", "web-ui");
  private static final List<String> ALL =
      List.of(
          "doc-comments",
          "common",
          "service-common",
          "lake-sql",
          "test-parts",
          "deploy/parts",
          "deploy/local",
          "deploy/demo",
          "deploy/bench",
          "deploy/cli",
          "deploy/s3",
          "ingest-service",
          "query-service",
          "catalog-service",
          "scheduler-service",
          "web-ui");

  private Modules() {}

  /// Every class of the product's main code; fails where a module was not compiled before.
  static JavaClasses classes() {
    return new ClassFileImporter()
        .importPaths(
            ALL.stream()
                .map(module -> compiled(ROOT.resolve(module).resolve("target/classes")))
                .toList());
  }

  /// The source folders of the product's main code.
  static List<Path> sources() {
    return ALL.stream().map(module -> ROOT.resolve(module).resolve("src/main/java")).toList();
  }

  private static Path compiled(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(folder + " is missing: compile all modules first");
    }
    return folder;
  }
}
