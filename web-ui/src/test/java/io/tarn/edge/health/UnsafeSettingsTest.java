package io.tarn.edge.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsafeSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080, http://127.0.0.1:8180/realms/tarn, 0",
    "https://tarn.example, https://id.example/realms/tarn, 0",
    "http://tarn.example, https://id.example, 1",
    "http://tarn.example, http://id.example, 2"
  })
  void namesPlainHttpOnANetwork(URI publicUrl, URI issuer, int faults) {
    assertThat(UnsafeSettings.faults(publicUrl, issuer)).hasSize(faults);
  }
}
