package io.tarn.edge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.tarn.common.config.TarnConfig;
import io.tarn.edge.parts.Installation;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A key below `tarn` that nothing reads is a mistake that would go unseen.
@QuarkusTest
@QuarkusTestResource(Installation.class)
class UnknownKeysTest {

  @Test
  void ownsTheWholePrefixInTheRunningEdge() {
    // when
    var config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);

    // then
    assertThat(config.getConfigMapping(TarnConfig.class).publicUrl()).isPresent();
  }

  @Test
  void takesTheKeysThatItHas() {
    assertThat(read(Map.of()).getConfigMapping(TarnConfig.class).services()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tarn.publicurl",
        "tarn.edge.max-request-sise",
        "tarn.edge",
        "tarn.oidc.client-secret",
        "tarn.services.catalog.adress",
        "tarn.nonsense.of.any.depth"
      })
  void refusesAKeyThatIsNotKnown(String key) {
    assertThatThrownBy(() -> read(Map.of(key, "1")))
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining(key);
  }

  /// The settings of this very edge and some more, read as it reads them.
  private static SmallRyeConfig read(Map<String, String> more) {
    var running = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
    var settings = new HashMap<String, String>();
    for (var name : running.getPropertyNames()) {
      var value = running.getConfigValue(name);
      // The environment has names for other programs as well, and is not checked.
      if (name.startsWith("tarn.") && !value.getSourceName().startsWith("EnvConfigSource")) {
        settings.put(name, value.getValue());
      }
    }
    settings.putAll(more);
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(TarnConfig.class)
        .withMapping(EdgeConfig.class)
        .withMapping(OidcConfig.class)
        .withMapping(ServicesConfig.class)
        .withSources(new PropertiesConfigSource(settings, "test", 500))
        .build();
  }
}
