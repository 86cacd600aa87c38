package io.tarn.edge.config;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;

/// The identity provider.
@ConfigMapping(prefix = "tarn.oidc")
public interface OidcConfig {
  /// Its issuer address.
  URI issuer();

  /// The file with the secret of the client `tarn-console`.
  Path clientSecretFile();
}
