package io.tarn.parts;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where this checkout is: `$TARN_HOME`, else the next folder upwards that holds
/// `deploy/kafka`.
public final class Checkout {
  private Checkout() {}

  public static Path root() {
    var home = System.getenv("TARN_HOME");
    if (home != null && !home.isBlank()) {
      return Path.of(home).toAbsolutePath();
    }
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("deploy/kafka/pom.xml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("run this inside a checkout of Tarn");
  }
}
