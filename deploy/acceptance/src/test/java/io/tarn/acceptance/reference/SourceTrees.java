package io.tarn.acceptance.reference;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import io.tarn.acceptance.product.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/// The parsed main sources of one module, in the order of their paths.
record SourceTrees(String module, Trees trees, List<CompilationUnitTree> units) {
  /// Modules whose settings and problems users meet.
  static final List<String> MODULES =
      List.of(
          "common",
          "service-common",
          "web-ui",
          "ingest-service",
          "query-service",
          "catalog-service",
          "scheduler-service");

  SourceTrees {
    units = List.copyOf(units);
  }

  static SourceTrees of(String module) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources(module)));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return new SourceTrees(module, Trees.instance(task), units);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Path> sources(String module) throws IOException {
    try (var paths = Files.walk(Product.root().resolve(module).resolve("src/main/java"))) {
      return paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }
}
