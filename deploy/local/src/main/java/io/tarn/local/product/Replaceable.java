package io.tarn.local.product;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The parts that may be external: an environment variable names the address, and the part is not
/// started.
enum Replaceable {
  POSTGRES(
      "postgres",
      "TARN_POSTGRES_URL",
      "jdbc:postgresql://<host>:<port>/<database>",
      Pattern.compile("jdbc:postgresql://([^/?]+)/[^?]+(\\?.*)?"),
      5432),
  KAFKA(
      "kafka",
      "TARN_KAFKA_BOOTSTRAP_SERVERS",
      "<host>:<port>, or several of them with commas between",
      Pattern.compile("([^/?]+)"),
      9092),
  S3(
      "s3",
      "TARN_S3_ENDPOINT",
      "http(s)://<host>:<port>",
      Pattern.compile("https?://([^/?]+)(/.*)?"),
      443),
  KEYCLOAK(
      "keycloak",
      "TARN_OIDC_ISSUER",
      "http(s)://<host>:<port>/<path>",
      Pattern.compile("https?://([^/?]+)(/.*)?"),
      443);

  private final String part;
  private final String variable;
  private final String form;
  private final Pattern pattern;
  private final int usualPort;

  Replaceable(String part, String variable, String form, Pattern pattern, int usualPort) {
    this.part = part;
    this.variable = variable;
    this.form = form;
    this.pattern = pattern;
    this.usualPort = usualPort;
  }

  /// Name of the embedded part.
  String part() {
    return part;
  }

  String variable() {
    return variable;
  }

  /// Variables required in addition to the address.
  List<String> alsoNeeded() {
    return switch (this) {
      case POSTGRES, KAFKA -> List.of();
      case S3 -> List.of("TARN_S3_ACCESS_KEY_ID", "TARN_S3_SECRET_ACCESS_KEY");
      case KEYCLOAK -> List.of("TARN_OIDC_CLIENT_SECRET_FILE");
    };
  }

  boolean isElsewhere(Settings settings) {
    return settings.external(variable).isPresent();
  }

  /// Address of the external part. A text that is no address is not repeated: it may hold a
  /// password.
  Optional<ExternalAddress> elsewhere(Settings settings) {
    return settings.external(variable).map(this::parse);
  }

  private ExternalAddress parse(String address) {
    var matched = pattern.matcher(address.strip());
    if (!matched.matches()) {
      throw new IllegalArgumentException(variable + " has the form " + form);
    }
    var port = address.startsWith("http://") ? 80 : usualPort;
    return ExternalAddress.of(matched.group(1), port)
        .orElseThrow(() -> new IllegalArgumentException(variable + " has the form " + form));
  }
}
