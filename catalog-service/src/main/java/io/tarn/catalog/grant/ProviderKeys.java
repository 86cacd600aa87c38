package io.tarn.catalog.grant;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.config.TarnConfig;
import io.tarn.service.gate.GrantException;
import io.tarn.service.gate.PublishedKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.security.Key;
import java.time.Clock;
import java.util.List;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/// The identity provider's keys, found by its discovery document at the first use.
@ApplicationScoped
class ProviderKeys implements VerificationKeyResolver {
  private final String issuer;
  private final Clock clock;
  private final ObjectMapper json;
  private @Nullable PublishedKeys keys;

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
  public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting)
      throws UnresolvableKeyException {
    return discovered().resolveKey(signature, nesting);
  }

  private synchronized PublishedKeys discovered() {
    if (keys == null) {
      keys = new PublishedKeys(discover(), clock);
    }
    return keys;
  }

  private URI discover() {
    try {
      var address = URI.create(issuer + "/.well-known/openid-configuration");
      var document = json.readTree(PublishedKeys.documentAt(address));
      if (!issuer.equals(document.path("issuer").asText())) {
        throw new IOException("no discovery document of this issuer");
      }
      return URI.create(document.path("jwks_uri").asText());
    } catch (IOException failure) {
      throw new GrantException.KeysUnavailable(failure.toString());
    }
  }
}
