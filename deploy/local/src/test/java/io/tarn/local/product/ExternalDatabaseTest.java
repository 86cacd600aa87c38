package io.tarn.local.product;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.parts.Checkout;
import io.tarn.parts.PartException;
import io.tarn.testing.TestParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalDatabaseTest {
  private final TestParts parts = TestParts.running();
  @TempDir private Path state;

  @Test
  void needsNoSuperuserOnceTheLoginsAreThere() throws IOException {
    // given
    var prepared = database(Map.of("TARN_MASTER_SECRET_FILE", parts.masterSecretFile().toString()));
    // then
    assertThatCode(prepared::prepare).doesNotThrowAnyException();
  }

  @Test
  void saysHowToMakeTheLoginsThatAreMissing() throws IOException {
    // given
    var ofAnotherSecret = database(Map.of());
    // then
    assertThatThrownBy(ofAnotherSecret::prepare)
        .isInstanceOf(PartException.class)
        .hasMessageContaining("tarn_catalog")
        .hasMessageContaining("TARN_POSTGRES_SUPERUSER")
        .hasMessageContaining("TARN_POSTGRES_SUPERUSER_PASSWORD_FILE");
  }

  @Test
  void namesTheFileWithoutWhichASuperuserIsNoUse() throws IOException {
    // given
    var withoutPassword = database(Map.of("TARN_POSTGRES_SUPERUSER", "postgres"));
    // then
    assertThatThrownBy(withoutPassword::prepare)
        .isInstanceOf(PartException.class)
        .hasMessageContaining("TARN_POSTGRES_SUPERUSER_PASSWORD_FILE");
  }

  private ExternalDatabase database(Map<String, String> more) throws IOException {
    var environment = new HashMap<>(more);
    environment.put("TARN_STATE", state.toString());
    environment.put("TARN_POSTGRES_URL", parts.postgresUrl());
    var settings = Settings.of(Checkout.root(), environment);
    return new ExternalDatabase(settings, Secrets.loadOrCreate(settings));
  }
}
