package io.tarn.acceptance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.product.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One generated page and the text that it should have.
record ReferencePage(String name, String text) {
  private static final Path FOLDER = Product.root().resolve("docs/reference");
  private static final boolean WRITE = "write".equals(System.getProperty("tarn.reference"));

  /// Writes the page where that was asked for, then holds the file against the text.
  void check() {
    if (WRITE) {
      write();
    }
    assertThat(FOLDER.resolve(name))
        .as("`./tarn docs` writes it anew")
        .exists()
        .content()
        .isEqualTo(text);
  }

  private void write() {
    try {
      Files.createDirectories(FOLDER.resolve(name).getParent());
      Files.writeString(FOLDER.resolve(name), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
