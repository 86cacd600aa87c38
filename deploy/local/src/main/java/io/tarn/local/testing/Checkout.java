package io.tarn.local.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where this checkout is: the next folder upwards that holds `deploy/kafka`.
final class Checkout {
  private Checkout() {}

  static Path root() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("deploy/kafka/pom.xml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("run the tests inside a checkout of Tarn");
  }
}
