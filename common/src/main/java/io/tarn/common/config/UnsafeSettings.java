package io.tarn.common.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Settings that work and are not safe: secrets and events would cross a network as plain text,
/// or a wall is switched off.
final class UnsafeSettings {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  private UnsafeSettings() {}

  /// One sentence a setting, beginning with its key.
  static List<String> of(TarnConfig config) {
    var found = new ArrayList<String>();
    config.publicUrl().ifPresent(url -> plain("tarn.public-url", url, found));
    config.oidc().issuer().map(URI::create).ifPresent(url -> plain("tarn.oidc.issuer", url, found));
    config.s3().endpoint().ifPresent(url -> plain("tarn.s3.endpoint", url, found));
    config
        .services()
        .forEach((name, service) -> plain("tarn.services." + name + ".url", service.url(), found));
    config.postgres().url().ifPresent(url -> plainDatabase(url, found));
    return List.copyOf(found);
  }

  private static void plain(String key, URI url, List<String> found) {
    if ("http".equals(url.getScheme()) && !isLoopback(url)) {
      found.add(key + " is reached over a network without TLS");
    }
  }

  private static void plainDatabase(String jdbcUrl, List<String> found) {
    var url = URI.create(jdbcUrl.substring("jdbc:".length()));
    if (!isLoopback(url) && !jdbcUrl.contains("sslmode=verify-full")) {
      found.add("tarn.postgres.url is reached over a network without sslmode=verify-full");
    }
  }

  private static boolean isLoopback(URI url) {
    return url.getHost() != null && LOOPBACK.contains(url.getHost());
  }
}
