package io.tarn.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.parts.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @Test
  void makesThemOnceForTheOwnerOnly(@TempDir Path state) throws IOException {
    // given
    var settings = Settings.of(Checkout.root(), Map.of("TARN_STATE", state.toString()));
    var first = Secrets.loadOrCreate(settings);
    // when
    var second = Secrets.loadOrCreate(settings);
    // then
    assertThat(second.demoPassword()).isEqualTo(first.demoPassword()).hasSize(14);
    assertThat(second.postgresSuperuser()).isEqualTo(first.postgresSuperuser());
    try (var files = Files.list(state.resolve("secrets"))) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void keepWhereTheMasterSecretWasGiven(@TempDir Path state, @TempDir Path elsewhere)
      throws IOException {
    // given
    var file = elsewhere.resolve("given").toString();
    var given = Map.of("TARN_STATE", state.toString(), "TARN_MASTER_SECRET_FILE", file);
    var first = Secrets.loadOrCreate(Settings.of(Checkout.root(), given));
    // when
    var later =
        Secrets.loadOrCreate(Settings.of(Checkout.root(), Map.of("TARN_STATE", state.toString())));
    // then
    assertThat(later.masterFile()).hasToString(file);
    assertThat(later.postgresSuperuser()).isEqualTo(first.postgresSuperuser());
  }
}
