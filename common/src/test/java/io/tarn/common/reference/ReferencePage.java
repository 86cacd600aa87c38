package io.tarn.common.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// One generated page below `docs/reference`, and the text that it should have.
public record ReferencePage(String name, String text) {
  private static final boolean WRITE = "write".equals(System.getProperty("tarn.reference"));

  /// Writes the page where that was asked for, then holds the file against the text.
  public void check() {
    if (WRITE) {
      write();
    }
    assertThat(file()).as("`./tarn docs` writes it anew").exists().content().isEqualTo(text);
  }

  private void write() {
    try {
      Files.createDirectories(file().getParent());
      Files.writeString(file(), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path file() {
    return root(Path.of("").toAbsolutePath()).resolve("docs/reference").resolve(name);
  }

  /// The root of the repository, from the folder of any module.
  private static Path root(Path folder) {
    return Files.isDirectory(folder.resolve("docs/reference"))
        ? folder
        : root(Objects.requireNonNull(folder.getParent(), "docs/reference"));
  }
}
