package io.tarn.acceptance.product;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Requirement of some tests that not every machine meets. A test without it is skipped with a
/// reason, and fails where `TARN_REQUIRE` names the requirement.
public enum Requirement {
  CORPUS,
  BROWSER,
  CLI;

  /// Skips or fails the running test unless the thing is at hand.
  public <T> T from(Optional<T> found, String reason) {
    if (found.isPresent()) {
      return found.get();
    }
    if (isDemanded()) {
      throw new AssertionError(reason + ", and TARN_REQUIRE demands it");
    }
    Assumptions.abort(reason);
    throw new AssertionError("unreachable");
  }

  private boolean isDemanded() {
    var names = Optional.ofNullable(System.getenv("TARN_REQUIRE")).orElse("").split(",");
    return Arrays.stream(names).anyMatch(name -> name.strip().equalsIgnoreCase(name()));
  }

  /// The folder of real events: `TARN_CORPUS`, else beside the checkout.
  public static Path corpus() {
    var folder =
        Optional.ofNullable(System.getenv("TARN_CORPUS"))
            .map(Path::of)
            .orElseGet(() -> Product.root().resolve("../shared/corpus").normalize());
    return CORPUS.from(
        Optional.of(folder).filter(Files::isDirectory), "there is no corpus at " + folder);
  }

  /// A program on the search path.
  public Path program(String name) {
    var found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    return from(found, "there is no program " + name);
  }
}
