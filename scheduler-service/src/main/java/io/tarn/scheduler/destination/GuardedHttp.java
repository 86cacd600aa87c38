package io.tarn.scheduler.destination;

import io.tarn.scheduler.config.DestinationConfig;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

/// HTTP clients for S3. None follows a redirect or goes through a proxy.
final class GuardedHttp {
  private static final int CONNECTIONS = 4;

  private GuardedHttp() {}

  /// For the endpoint of the installation, which the operator has set.
  static SdkHttpClient trusting(DestinationConfig config) {
    return builder(config).build();
  }

  /// For what tenants name: each connection is held against the rules for addresses.
  static SdkHttpClient guarded(DestinationConfig config, AddressGuard guard) {
    return builder(config).dnsResolver(guard::resolve).build();
  }

  private static ApacheHttpClient.Builder builder(DestinationConfig config) {
    return ApacheHttpClient.builder()
        .maxConnections(CONNECTIONS)
        .connectionTimeout(config.destinationConnectTimeout())
        .socketTimeout(config.destinationReadTimeout())
        .proxyConfiguration(
            ProxyConfiguration.builder()
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false)
                .build());
  }
}
