package io.tarn.catalog.grant;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.config.TarnConfig;
import io.tarn.service.gate.GrantException;
import io.tarn.service.gate.GrantKeys;
import io.tarn.service.gate.PublishedKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The identity provider's keys, found by its discovery document at the first use.
@ApplicationScoped
class ProviderKeys implements GrantKeys {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final String issuer;
  private final Clock clock;
  private final ObjectMapper json;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private @Nullable GrantKeys keys;

  ProviderKeys(TarnConfig config, Clock clock, ObjectMapper json) {
    this.issuer =
        config
            .oidc()
            .issuer()
            .orElseThrow(() -> new IllegalStateException("tarn.oidc.issuer is not set"));
    this.clock = clock;
    this.json = json;
  }

  @Override
  public Optional<PublicKey> find(String keyId) {
    return discovered().find(keyId);
  }

  private synchronized GrantKeys discovered() {
    if (keys == null) {
      keys = new PublishedKeys(discover(), clock);
    }
    return keys;
  }

  private URI discover() {
    try {
      var address = URI.create(issuer + "/.well-known/openid-configuration");
      var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
      var answer = http.send(request, BodyHandlers.ofString());
      var document = json.readTree(answer.body());
      if (answer.statusCode() != 200 || !issuer.equals(document.path("issuer").asText())) {
        throw new IOException("no discovery document of this issuer");
      }
      return URI.create(document.path("jwks_uri").asText());
    } catch (IOException failure) {
      throw new GrantException.KeysUnavailable(failure.toString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new GrantException.KeysUnavailable("interrupted");
    }
  }
}
