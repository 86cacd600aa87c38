package io.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.cli.QueryFolder.File;
import io.tarn.cli.QueryFolder.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryFolderTest {
  @TempDir private Path parent;
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(parent.resolve("queries"));
  }

  @Test
  void readsTheQueryFilesOfAllFolders() throws IOException {
    // given
    Files.createDirectories(folder.resolve("sign-in/old"));
    Files.writeString(folder.resolve("b.SQL"), "SELECT 1");
    Files.writeString(folder.resolve("sign-in/old/a.sql"), "\uFEFFSELECT 'ä'");
    Files.writeString(folder.resolve("notes.md"), "no query");
    Files.write(folder.resolve("latin.sql"), new byte[] {'-', '-', (byte) 0xe4});
    // when
    var content = new QueryFolder(folder).read();
    // then
    assertThat(content.files())
        .containsExactly(
            new File("b.SQL", "SELECT 1"), new File("sign-in/old/a.sql", "SELECT 'ä'"));
    assertThat(content.unreadable()).containsOnlyKeys("latin.sql");
  }

  @Test
  void refusesAFolderThatIsNone() {
    assertThatThrownBy(() -> new QueryFolder(folder.resolve("missing")).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("There is no folder");
  }

  @Test
  void writesAndSaysWhatBecameOfAFile() throws IOException {
    // given
    var queries = new QueryFolder(folder);
    var file = new File("sign-in/a.sql", "SELECT 1\n");
    // then
    assertThat(queries.write(file, true)).isEqualTo(Written.CREATED);
    assertThat(folder).isEmptyDirectory();
    assertThat(queries.write(file, false)).isEqualTo(Written.CREATED);
    assertThat(queries.write(file, false)).isEqualTo(Written.UNCHANGED);
    assertThat(queries.write(new File("sign-in/a.sql", "SELECT 2\n"), false))
        .isEqualTo(Written.UPDATED);
    assertThat(folder.resolve("sign-in/a.sql")).hasContent("SELECT 2\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.sql",
        "a/../../a.sql",
        "a/../b.sql",
        "./a.sql",
        "/tmp/a.sql",
        "..\\a.sql",
        "C:\\a.sql",
        "C:a.sql",
        "a\0.sql",
        "a.sh",
        ".bashrc",
        ""
      })
  void writesNothingOutsideOfTheFolder(String path) throws IOException {
    assertThatThrownBy(() -> new QueryFolder(folder).write(new File(path, "SELECT 1"), false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no file inside of the folder");
    assertThat(everything()).containsExactly(folder);
  }

  @Test
  void writesThroughNoLink() throws IOException {
    // given
    var outside = Files.createDirectory(parent.resolve("outside"));
    Files.createSymbolicLink(folder.resolve("linked"), outside);
    Files.createSymbolicLink(folder.resolve("a.sql"), outside.resolve("a.sql"));
    // then
    for (var path : new String[] {"linked/a.sql", "linked/b/a.sql", "a.sql"}) {
      assertThatThrownBy(() -> new QueryFolder(folder).write(new File(path, "SELECT 1"), false))
          .isInstanceOf(IOException.class);
    }
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void numbersFilesThatHaveTheSamePath() {
    var queries = new QueryFolder(folder);
    assertThat(Stream.of("s/a.sql", "s/A.sql", "s/a.sql", "s/b.sql").map(queries::freePath))
        .containsExactly("s/a.sql", "s/A-2.sql", "s/a-3.sql", "s/b.sql");
  }

  private Stream<Path> everything() throws IOException {
    try (var paths = Files.list(parent)) {
      return paths.toList().stream();
    }
  }
}
