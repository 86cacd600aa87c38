package io.tarn.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsafeSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "tarn.public-url, http://tarn.example",
    "tarn.oidc.issuer, http://id.example/realms/tarn",
    "tarn.s3.endpoint, http://s3.example",
    "tarn.grants.keys, http://catalog.example/internal/grant-keys",
    "tarn.services.catalog.url, http://10.0.0.7:8083",
    "tarn.services.query.url, http://query.example:8082",
    "tarn.postgres.url, jdbc:postgresql://db.example/tarn",
    "tarn.postgres.url, jdbc:postgresql://db.example/tarn?sslmode=require",
    "kafka.bootstrap.servers, '127.0.0.1:9092,kafka.example:9092'",
    "quarkus.security.jaxrs.deny-unannotated-endpoints, false",
    "quarkus.oidc.tls.verification, none",
    "quarkus.tls.trust-all, true"
  })
  void namesTheSettingAndNotItsValue(String key, String value) {
    // when
    var unsafe = UnsafeSettings.of(configOf(Map.of(key, value)));

    // then
    assertThat(unsafe).singleElement().asString().startsWith(key + " ").doesNotContain(value + "/");
    assertThat(unsafe.toString()).doesNotContain(".example");
  }

  @ParameterizedTest
  @CsvSource({
    "tarn.public-url, https://tarn.example",
    "tarn.public-url, http://127.0.0.1:8080",
    "tarn.oidc.issuer, http://localhost:8180/realms/tarn",
    "tarn.s3.endpoint, http://[::1]:8190",
    "tarn.grants.keys, file:/run/keys.json",
    "tarn.services.catalog.url, https://catalog.example",
    "tarn.postgres.url, jdbc:postgresql://db.example/tarn?sslmode=verify-full",
    "tarn.postgres.url, jdbc:postgresql://127.0.0.1:8132/tarn",
    "kafka.bootstrap.servers, '127.0.0.1:9092,localhost:9093'",
    "quarkus.security.jaxrs.deny-unannotated-endpoints, true"
  })
  void isSilentAboutWhatIsSafe(String key, String value) {
    assertThat(UnsafeSettings.of(configOf(Map.of(key, value)))).isEmpty();
  }

  @Test
  void takesKafkaOverTls() {
    // given
    var settings =
        Map.of("kafka.bootstrap.servers", "kafka.example:9093", "kafka.security.protocol", "SSL");

    // when, then
    assertThat(UnsafeSettings.of(configOf(settings))).isEmpty();
  }

  private static Config configOf(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .build();
  }
}
