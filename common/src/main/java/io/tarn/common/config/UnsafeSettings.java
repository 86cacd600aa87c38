package io.tarn.common.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/// Settings that work and are not safe: secrets and events would cross a network as plain text,
/// or a wall is switched off. `docs/unsafe-settings.md` lists them for operators.
public final class UnsafeSettings {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
  private static final Set<String> ENCRYPTED = Set.of("SSL", "SASL_SSL");
  private static final Pattern SERVICE = Pattern.compile("tarn\\.services\\.[a-z]+\\.url");
  private static final List<String> ADDRESSES =
      List.of("tarn.public-url", "tarn.oidc.issuer", "tarn.s3.endpoint", "tarn.grants.keys");

  private UnsafeSettings() {}

  /// One sentence a setting, beginning with its key; never its value.
  public static List<String> of(Config config) {
    var found = new ArrayList<String>();
    addresses(config)
        .filter(
            key -> value(config, key).map(URI::create).filter(UnsafeSettings::isOpen).isPresent())
        .map(key -> key + " is reached over a network without TLS")
        .forEach(found::add);
    value(config, "tarn.postgres.url")
        .filter(UnsafeSettings::isOpenDatabase)
        .map(_ -> "tarn.postgres.url is reached over a network without sslmode=verify-full")
        .ifPresent(found::add);
    value(config, "kafka.bootstrap.servers")
        .filter(servers -> isOpenKafka(servers, value(config, "kafka.security.protocol")))
        .map(_ -> "kafka.bootstrap.servers is reached over a network without TLS")
        .ifPresent(found::add);
    switchedOff(config, "quarkus.security.jaxrs.deny-unannotated-endpoints", "false")
        .map(key -> key + " is false: an endpoint without a permission is open")
        .ifPresent(found::add);
    Stream.of(
            switchedOff(config, "quarkus.oidc.tls.verification", "none"),
            switchedOff(config, "quarkus.tls.trust-all", "true"))
        .flatMap(Optional::stream)
        .map(key -> key + " lets anybody pose as another part")
        .forEach(found::add);
    return List.copyOf(found);
  }

  private static Stream<String> addresses(Config config) {
    var services =
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .filter(SERVICE.asMatchPredicate())
            .sorted();
    return Stream.concat(ADDRESSES.stream(), services).distinct();
  }

  private static Optional<String> value(Config config, String key) {
    return config.getOptionalValue(key, String.class);
  }

  private static Optional<String> switchedOff(Config config, String key, String unsafe) {
    return value(config, key).filter(unsafe::equalsIgnoreCase).map(_ -> key);
  }

  private static boolean isOpen(URI url) {
    return "http".equals(url.getScheme()) && !isLoopback(url.getHost());
  }

  private static boolean isOpenDatabase(String jdbcUrl) {
    var url = URI.create(jdbcUrl.substring("jdbc:".length()));
    return !isLoopback(url.getHost()) && !jdbcUrl.contains("sslmode=verify-full");
  }

  private static boolean isOpenKafka(String servers, Optional<String> protocol) {
    var isAway =
        Arrays.stream(servers.split(","))
            .anyMatch(server -> !isLoopback(server.strip().replaceFirst(":\\d+$", "")));
    return isAway && protocol.filter(ENCRYPTED::contains).isEmpty();
  }

  private static boolean isLoopback(@Nullable String host) {
    return host != null && LOOPBACK.contains(host);
  }
}
