package io.tarn.local.product;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.local.parts.Checkout;
import io.tarn.local.parts.PartException;
import io.tarn.local.parts.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
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

  @ParameterizedTest
  @ValueSource(strings = {"many", "-1", "60000", ""})
  void refusesAnOffsetThatIsNone(String offset, @TempDir Path state) {
    assertThatThrownBy(() -> settings(state, offset))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TARN_PORT_OFFSET");
  }

  private static Settings settings(Path state, String offset) {
    return Settings.of(
        Checkout.root(), Map.of("TARN_STATE", state.toString(), "TARN_PORT_OFFSET", offset));
  }
}
