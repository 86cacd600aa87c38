package io.tarn.acceptance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.product.Command;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders of queries on the command line.
class CatalogueFolderIT {
  private static final String TENANT = "initech";

  @TempDir private Path folder;
  private final Product product = Product.running();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void saysOfEachFileWhatBecameOfIt() throws IOException {
    // given
    write(
        "ecs/tasks-" + mark + ".sql", "SELECT eventID FROM <EDS ID>\nWHERE eventName = 'RunTask'");
    write("bad.sql", "-- title: Bad\n-- category: x\n-- owner: me\nSELECT 1 FROM $EDS_ID");
    // when
    var run = catalogue("import", folder.toString(), "--tenant", TENANT);
    // then
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains(
            "rejected   bad.sql\n             owner line 3: is unknown\n",
            "created    ecs/tasks-" + mark + ".sql\n",
            "line 2: 'RunTask' could be the parameter {{eventname}}, event-name\n",
            "1 created, 1 rejected\n");
  }

  /// Some are published with a fault, or with a store's name that no statement can have.
  @Test
  void publishedStatementsComeInAndOutWithoutADifference() throws IOException {
    // given
    var published = Files.createDirectory(folder.resolve("lake"));
    try (var files = Files.newDirectoryStream(Requirement.corpus().resolve("queries"), "lake-*")) {
      for (var file : files) {
        Files.copy(file, published.resolve(file.getFileName()));
      }
    }
    // when
    catalogue("import", published.toString(), "--tenant", TENANT);
    var out = folder.resolve("out");
    catalogue("export", out.toString(), "--tenant", TENANT).succeeded();
    var again = catalogue("import", out.toString(), "--tenant", TENANT).succeeded();
    var second = folder.resolve("second");
    catalogue("export", second.toString(), "--tenant", TENANT).succeeded();
    // then
    assertThat(texts(out)).hasSizeGreaterThanOrEqualTo(70).isEqualTo(texts(second));
    assertThat(again.output().lines().toList().getLast()).matches("\\d+ unchanged");
  }

  @Test
  void appliesAFolderOnlyAsAWhole() throws IOException {
    // given
    var files = Files.createDirectory(folder.resolve("ours"));
    assertThat(catalogue("apply", files.toString()).errors()).contains("no file .sql");
    var other = folder.resolve("ours-before");
    catalogue("export", other.toString()).succeeded();
    // when
    write("ours/x/a.sql", "-- title: Applied " + mark + "\nSELECT 1 AS a FROM $EDS_ID");
    write("ours/x/b.sql", "SELECT FROM");
    var refused = catalogue("apply", files.toString());
    Files.delete(files.resolve("x/b.sql"));
    var trial = catalogue("apply", files.toString(), "--dry-run").succeeded();
    // then
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.errors()).contains("Nothing was changed.");
    assertThat(trial.output()).contains("created    x/a.sql\n").contains("Dry run: ");
    var after = folder.resolve("ours-after");
    catalogue("export", after.toString()).succeeded();
    assertThat(texts(after)).isEqualTo(texts(other));
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    var texts = new TreeMap<String, String>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          texts.put(folder.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return texts;
  }

  private Command catalogue(String... words) {
    var line = new String[words.length + 1];
    line[0] = "catalogue";
    System.arraycopy(words, 0, line, 1, words.length);
    return product.tarn(line);
  }
}
