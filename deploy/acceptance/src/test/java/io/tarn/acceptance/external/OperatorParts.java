package io.tarn.acceptance.external;

import io.tarn.acceptance.product.Product;
import io.tarn.common.secret.MasterSecret;
import io.tarn.local.realm.DemoRealm;
import io.tarn.local.realm.DemoUser;
import io.tarn.parts.KafkaPart;
import io.tarn.parts.KeycloakPart;
import io.tarn.parts.Part;
import io.tarn.parts.Ports;
import io.tarn.parts.PostgresPart;
import io.tarn.parts.S3Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// PostgreSQL, Kafka, Keycloak and an S3 endpoint of an operator: with secrets of their own, and
/// configured in the product by environment variables only.
final class OperatorParts implements AutoCloseable {
  static final String USERS_PASSWORD = "of-the-users-there";
  private static final String CONSOLE_SECRET = "of-the-console-there";
  private static final String SUPERUSER_PASSWORD = "of-the-superuser-there";
  private static final int USUAL_PORT = 8080;

  private final Path folder;
  private final MasterSecret storeSecret;
  private final int s3Port = Ports.free();
  private final int keycloakPort = Ports.free();
  private final PostgresPart postgres;
  private final KafkaPart kafka;
  private final Part s3;
  private final Part keycloak;

  OperatorParts(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    var secretFile = folder.resolve("secret-of-the-store");
    storeSecret = MasterSecret.loadOrCreate(secretFile);
    postgres =
        new PostgresPart(
            folder.resolve("postgres"),
            Ports.free(),
            SUPERUSER_PASSWORD,
            folder.resolve("postgres.log"),
            List.of("fsync=off", "full_page_writes=off"));
    kafka =
        new KafkaPart(
            folder.resolve("kafka"),
            Ports.free(),
            Ports.free(),
            folder.resolve("kafka.log"),
            built("deploy/kafka/target/lib"));
    s3 =
        S3Part.of(
            buckets(),
            s3Port,
            secretFile,
            folder.resolve("s3.log"),
            List.of(
                built("deploy/s3/target/classes"),
                built("common/target/classes"),
                built("deploy/s3/target/lib").resolve("*")));
    keycloak =
        new KeycloakPart(
            folder.resolve("keycloak"),
            keycloakPort,
            Ports.free(),
            DemoRealm.json("http://127.0.0.1:" + USUAL_PORT, CONSOLE_SECRET, USERS_PASSWORD),
            Map.of(),
            folder.resolve("keycloak.log"));
  }

  private static Path built(String path) {
    return Product.root().resolve(path);
  }

  void start() throws IOException, InterruptedException {
    for (var part : all()) {
      part.start();
    }
  }

  List<Part> all() {
    return List.of(postgres, kafka, s3, keycloak);
  }

  String issuer() {
    return KeycloakPart.issuer(keycloakPort);
  }

  /// Environment variables that the operator sets for the product.
  Map<String, String> environment() throws IOException {
    return Map.ofEntries(
        Map.entry("TARN_POSTGRES_URL", postgres.url()),
        Map.entry("TARN_POSTGRES_SUPERUSER", PostgresPart.SUPERUSER),
        Map.entry("TARN_POSTGRES_SUPERUSER_PASSWORD_FILE", file("superuser", SUPERUSER_PASSWORD)),
        Map.entry("TARN_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()),
        Map.entry("TARN_S3_ENDPOINT", "http://127.0.0.1:" + s3Port),
        Map.entry("TARN_S3_ACCESS_KEY_ID", S3Part.SERVICES_IDENTITY),
        Map.entry("TARN_S3_SECRET_ACCESS_KEY", storeSecret.derive("s3-identity", "services")),
        Map.entry("TARN_OIDC_ISSUER", issuer()),
        Map.entry("TARN_OIDC_CLIENT_SECRET_FILE", file("client", CONSOLE_SECRET)),
        Map.entry(
            "TARN_BOOTSTRAP_ADMIN_SUBJECT", issuer() + "|" + DemoUser.PLATFORM_ADMIN.subject()));
  }

  private String file(String name, String secret) throws IOException {
    return Files.writeString(folder.resolve(name), secret).toString();
  }

  /// A new bucket with an identity that reaches nothing else, as a tenant's creation names it.
  ///
  /// @param name 26 lower-case letters or digits
  Map<String, String> makeBucket(String name) throws IOException {
    Files.createDirectories(buckets().resolve("tarn-results-" + name));
    return Map.of(
        "bucket", "tarn-results-" + name,
        "accessKeyId", "t-" + name,
        "secretAccessKey", storeSecret.derive("s3-identity", name));
  }

  private Path buckets() {
    return folder.resolve("s3");
  }

  @Override
  public void close() {
    all().reversed().forEach(Part::kill);
  }
}
