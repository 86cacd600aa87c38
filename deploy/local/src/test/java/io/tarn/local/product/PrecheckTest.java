package io.tarn.local.product;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.parts.Checkout;
import io.tarn.parts.PartException;
import io.tarn.parts.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrecheckTest {
  @Test
  void namesThePortInUseAndWhatToDo(@TempDir Path state) throws IOException {
    // given
    var offset = Ports.free() - 8132;
    var settings = settings(state, Integer.toString(offset));
    var postgres = settings.addresses().postgres();
    try (var _ = new ServerSocket(postgres, 1, InetAddress.getLoopbackAddress())) {
      // then
      assertThatThrownBy(() -> Precheck.check(settings))
          .isInstanceOf(PartException.class)
          .hasMessageContaining("Port " + postgres)
          .hasMessageContaining("postgres")
          .hasMessageContaining("TARN_PORT_OFFSET");
    }
  }

  @Test
  void namesWhatIsNeededBesideAnAddress(@TempDir Path state) {
    // given
    var settings = elsewhere(state, Map.of("TARN_S3_ENDPOINT", "http://127.0.0.1:1"));
    // then
    assertThatThrownBy(() -> Precheck.check(settings))
        .isInstanceOf(PartException.class)
        .hasMessage("TARN_S3_ENDPOINT needs TARN_S3_ACCESS_KEY_ID as well.");
  }

  @Test
  void namesTheAddressAtWhichNothingAnswers(@TempDir Path state) throws IOException {
    // given
    var address = "127.0.0.1:" + Ports.free();
    var settings = elsewhere(state, Map.of("TARN_KAFKA_BOOTSTRAP_SERVERS", address));
    // then
    assertThatThrownBy(() -> Precheck.check(settings))
        .isInstanceOf(PartException.class)
        .hasMessage("Nothing answers at %s, which TARN_KAFKA_BOOTSTRAP_SERVERS names.", address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "-1", "60000", ""})
  void refusesAnOffsetThatIsNone(String offset, @TempDir Path state) {
    assertThatThrownBy(() -> settings(state, offset))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TARN_PORT_OFFSET");
  }

  private static Settings elsewhere(Path state, Map<String, String> addresses) {
    var environment = new HashMap<>(addresses);
    environment.put("TARN_STATE", state.toString());
    return Settings.of(Checkout.root(), environment);
  }

  private static Settings settings(Path state, String offset) {
    return Settings.of(
        Checkout.root(), Map.of("TARN_STATE", state.toString(), "TARN_PORT_OFFSET", offset));
  }
}
