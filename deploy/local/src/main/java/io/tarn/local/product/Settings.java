package io.tarn.local.product;

import io.tarn.parts.Checkout;
import io.tarn.parts.KeycloakPart;
import io.tarn.parts.S3Part;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Settings of this installation from the environment: folder of the state, ports, external parts.
public record Settings(
    Path root, Path state, Addresses addresses, Map<String, String> environment) {
  public Settings {
    environment = Map.copyOf(environment);
  }

  public static Settings ofEnvironment() {
    var root = Checkout.root();
    KnownVariables.of(root).check(System.getenv().keySet());
    return of(root, System.getenv());
  }

  /// The same for a given checkout and environment.
  public static Settings of(Path root, Map<String, String> environment) {
    var state = environment.getOrDefault("TARN_STATE", root.resolve(".tarn").toString());
    var addresses = new Addresses(offset(environment.getOrDefault("TARN_PORT_OFFSET", "0")));
    return new Settings(root, Path.of(state).toAbsolutePath(), addresses, environment);
  }

  private static int offset(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("TARN_PORT_OFFSET is a number, not '" + text + "'");
    }
  }

  /// The address of a part that is not ours to start.
  public Optional<String> external(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
  }

  public String postgresUrl() {
    return external("TARN_POSTGRES_URL")
        .orElse("jdbc:postgresql://127.0.0.1:%d/tarn".formatted(addresses.postgres()));
  }

  public String kafkaBootstrapServers() {
    return external("TARN_KAFKA_BOOTSTRAP_SERVERS").orElse("127.0.0.1:" + addresses.kafka());
  }

  public String issuer() {
    return external("TARN_OIDC_ISSUER").orElse(KeycloakPart.issuer(addresses.keycloak()));
  }

  public String s3Endpoint() {
    return external("TARN_S3_ENDPOINT").orElse(Addresses.url(addresses.s3()));
  }

  public String s3AccessKeyId() {
    return besides(Replaceable.S3, "TARN_S3_ACCESS_KEY_ID").orElse(S3Part.SERVICES_IDENTITY);
  }

  /// Variables that belong to the address of an external part. Without that address it is
  /// not meant for us: `env` prints some of these names for the AWS CLI.
  Optional<String> besides(Replaceable part, String variable) {
    return part.isElsewhere(this) ? external(variable) : Optional.empty();
  }

  public String publicUrl() {
    return external("TARN_PUBLIC_URL").orElse(addresses.publicUrl());
  }

  /// The demo lives on the embedded identity provider: without it there are no demo users.
  public boolean hasDemo() {
    return external("TARN_OIDC_ISSUER").isEmpty();
  }

  /// How many events each demo tenant gets at the first start, at least.
  public long demoEvents() {
    var text = external("TARN_DEMO_EVENTS").orElse("50000");
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(
          "TARN_DEMO_EVENTS is a number above 0, not '" + text + "'");
    }
    return Long.parseLong(text);
  }

  public Path logs() {
    return state.resolve("logs");
  }

  public Path run() {
    return state.resolve("run");
  }

  /// Copies of the jars, apart from the output of the build, so that a build does not disturb them.
  public Path programs() {
    return state.resolve("programs");
  }
}
