package io.tarn.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
  @TempDir private Path temporary;

  @Test
  void foldersAreOpenToTheirOwnerOnly() throws IOException {
    // when
    var folder = PrivateFiles.folder(temporary.resolve("a/b"));
    // then
    assertThat(mode(folder)).isEqualTo("rwx------");
    assertThat(mode(folder.getParent())).isEqualTo("rwx------");
  }

  @Test
  void whatAnEarlierReleaseLeftOpenIsClosedAndLinksAreNotFollowed() throws IOException {
    // given
    var outside = open(Files.writeString(temporary.resolve("outside"), "others read this"));
    var folder = open(Files.createDirectories(temporary.resolve("state/kafka")), "rwxr-xr-x");
    var events = open(Files.writeString(folder.resolve("0.log"), "events"));
    var script = open(Files.writeString(folder.resolve("run"), "#!"), "rwxr-xr-x");
    Files.createSymbolicLink(folder.resolve("link"), outside);
    // when
    PrivateFiles.close(temporary.resolve("state"));
    // then
    assertThat(mode(folder)).isEqualTo("rwx------");
    assertThat(mode(events)).isEqualTo("rw-------");
    assertThat(mode(script)).isEqualTo("rwx------");
    assertThat(mode(outside)).isEqualTo("rw-r--r--");
  }

  private static Path open(Path file) throws IOException {
    return open(file, "rw-r--r--");
  }

  private static Path open(Path file, String mode) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
