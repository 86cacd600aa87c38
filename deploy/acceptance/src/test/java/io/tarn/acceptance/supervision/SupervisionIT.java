package io.tarn.acceptance.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Statements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SupervisionIT {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  @Test
  void nothingOfTheStateIsOpenToOtherUsers() throws IOException {
    // given
    var product = Product.running();
    // when
    var open = openBelow(product.state());
    // then
    assertThat(Files.getPosixFilePermissions(product.state())).isEqualTo(OWNER);
    assertThat(open).isEmpty();
  }

  @Test
  void aServiceThatWasKilledIsStartedAgainAndStatusSaysSo() {
    // given
    var product = Product.running();
    var analyst = new People(product).person("acme", "analyst");
    var killed = processOf(product, "query-service");
    // when
    killed.destroyForcibly();
    // then
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              var status = product.tarn("status");
              assertThat(status.output())
                  .containsPattern(
                      "✓ query-service +ready; started again; it ended by itself once");
              assertThat(status.exitCode()).isZero();
            });
    assertThat(Statements.single(analyst, "acme", "SELECT count(*) > 0 FROM $EDS_ID"))
        .isEqualTo("true");
  }

  private static ProcessHandle processOf(Product product, String service) {
    try {
      var pid = Files.readString(product.state().resolve("run/" + service + ".pid")).split(" ", 2);
      return ProcessHandle.of(Long.parseLong(pid[0])).orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Programs are links to the output of the build; files that vanish during the walk are skipped.
  private static List<Path> openBelow(Path state) throws IOException {
    var open = new ArrayList<Path>();
    Files.walkFileTree(
        state,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (folder.equals(state.resolve("programs"))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            note(folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isSymbolicLink()) {
              note(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }

          private void note(Path path) {
            try {
              if (!OWNER.containsAll(Files.getPosixFilePermissions(path))) {
                open.add(path);
              }
            } catch (IOException _) {
              return; // gone meanwhile
            }
          }
        });
    return open;
  }
}
