package io.tarn.edge.config;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import io.tarn.common.secret.MasterSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// Settings of Quarkus that follow from others: secrets that are read from files or derived from
/// the master secret, and whether cookies and redirects must be of HTTPS.
public final class DerivedSettings implements ConfigSourceFactory {
  private static final String OIDC = "quarkus.oidc.";
  // Above application.properties, below system properties and the environment.
  private static final int ORDINAL = 270;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    Map<String, String> settings = new HashMap<>();
    value(context, "tarn.master-secret-file")
        .map(file -> MasterSecret.load(Path.of(file)))
        .ifPresent(secret -> putCookieSecrets(settings, secret));
    value(context, "tarn.oidc.client-secret-file")
        .ifPresent(file -> settings.put(OIDC + "credentials.secret", read(Path.of(file))));
    boolean secure = value(context, "tarn.public-url").orElse("").startsWith("https:");
    settings.put(OIDC + "authentication.force-redirect-https-scheme", String.valueOf(secure));
    settings.put(OIDC + "authentication.cookie-force-secure", String.valueOf(secure));
    return List.of(new PropertiesConfigSource(settings, "tarn-derived", ORDINAL));
  }

  private static void putCookieSecrets(Map<String, String> settings, MasterSecret secret) {
    settings.put(
        OIDC + "token-state-manager.encryption-secret", secret.derive("edge-cookie", "session"));
    settings.put(OIDC + "authentication.state-secret", secret.derive("edge-cookie", "state"));
  }

  private static Optional<String> value(ConfigSourceContext context, String name) {
    var value = context.getValue(name);
    return value == null ? Optional.empty() : Optional.ofNullable(value.getValue());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException("the client's secret cannot be read: " + file, failure);
    }
  }
}
