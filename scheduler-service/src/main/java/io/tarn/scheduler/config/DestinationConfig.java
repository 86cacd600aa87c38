package io.tarn.scheduler.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where results may be delivered to beside the tenants' own buckets.
@ConfigMapping(prefix = "tarn.scheduler")
public interface DestinationConfig {
  /// Hosts that tenants may name as S3 endpoints of destinations, separated by commas:
  /// `s3.eu-central-1.amazonaws.com`, `*.amazonaws.com`, `http://minio.example:9000`. An entry
  /// without a scheme is for https, one without a port for the scheme's own. None is listed by
  /// default: then there are the tenants' own buckets only.
  Optional<List<String>> destinationHosts();

  /// Networks of loopback, private and own addresses that listed hosts may have, separated by
  /// commas: `10.20.0.0/16`. By default there is none. Link-local addresses, and those at which
  /// clouds tell credentials, can never be used.
  Optional<List<String>> destinationNetworks();

  /// How long a connection to an S3 endpoint may take to be made.
  @WithDefault("PT5S")
  Duration destinationConnectTimeout();

  /// How long an S3 endpoint may be silent within a request.
  @WithDefault("PT30S")
  Duration destinationReadTimeout();

  /// Access key id of the identity that assumes roles of tenants. Without one, destinations with
  /// roles are refused.
  Optional<String> roleAccessKeyId();

  /// Secret access key of the identity that assumes roles of tenants.
  Optional<String> roleSecretAccessKey();
}
