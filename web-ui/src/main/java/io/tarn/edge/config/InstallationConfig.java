package io.tarn.edge.config;

import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Settings of the installation as a whole.
@Singleton
public class InstallationConfig {
  private final URI publicUrl;
  private final Path masterSecretFile;

  InstallationConfig(
      @ConfigProperty(name = "tarn.public-url") URI publicUrl,
      @ConfigProperty(name = "tarn.master-secret-file") Path masterSecretFile) {
    this.publicUrl = publicUrl;
    this.masterSecretFile = masterSecretFile;
  }

  /// The edge's address as people see it.
  public URI publicUrl() {
    return publicUrl;
  }

  /// The file with the installation's master secret.
  public Path masterSecretFile() {
    return masterSecretFile;
  }

  /// Whether people reach the edge by HTTPS.
  public boolean isSecure() {
    return "https".equals(publicUrl.getScheme());
  }
}
