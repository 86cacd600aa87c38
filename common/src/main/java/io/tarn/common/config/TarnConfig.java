package io.tarn.common.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Settings that all services share. Because this mapping owns the whole prefix `tarn`, a key that
/// neither it nor another mapping knows stops the start.
@ConfigMapping(prefix = "tarn")
public interface TarnConfig {
  /// File with the installation's master secret: 32 random bytes as hex, mode 0600.
  Optional<Path> masterSecretFile();

  /// Address of the edge as people see it.
  Optional<URI> publicUrl();

  /// Addresses of the services: `tarn.services.catalog.url` and so on.
  Map<String, Service> services();

  Postgres postgres();

  Oidc oidc();

  S3 s3();

  Test test();

  interface Service {
    /// Where the service listens.
    URI url();
  }

  interface Postgres {
    /// JDBC address of the database.
    Optional<String> url();

    /// The service's own login.
    Optional<String> user();

    /// Password of the service's login.
    Optional<String> password();
  }

  interface Oidc {
    /// Issuer of the identity provider.
    Optional<String> issuer();

    /// Audience that access tokens must be meant for.
    @WithDefault("tarn")
    String audience();

    /// File with the secret of the console's client; for web-ui only.
    Optional<Path> clientSecretFile();
  }

  interface S3 {
    /// Address of the S3 endpoint.
    Optional<URI> endpoint();

    /// Region that requests are signed for.
    @WithDefault("us-east-1")
    String region();

    /// Access key id of the services' own identity.
    Optional<String> accessKeyId();

    /// Secret access key of the services' own identity.
    Optional<String> secretAccessKey();
  }

  interface Test {
    /// Where tests take their parts from: `embedded` or `containers`. Nothing in a service reads
    /// it.
    Optional<String> parts();
  }
}
