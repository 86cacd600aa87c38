package io.tarn.local.product;

import io.tarn.common.secret.MasterSecret;
import io.tarn.parts.PostgresPart;
import io.tarn.parts.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// The secrets of this installation, in `.tarn/secrets`: made once, mode 0600, never printed
/// but for the password of the demo users.
public final class Secrets {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int DEMO_PASSWORD_LENGTH = 14;
  private static final String LOCATION = "master-location";

  private final Path folder;
  private final Path masterFile;
  private final MasterSecret master;

  private Secrets(Path folder, Path masterFile) {
    this.folder = folder;
    this.masterFile = masterFile;
    this.master = MasterSecret.loadOrCreate(masterFile);
  }

  /// Reads the secrets and creates missing ones.
  public static Secrets loadOrCreate(Settings settings) throws IOException {
    var folder = PrivateFiles.folder(settings.state().resolve("secrets"));
    var secrets = new Secrets(folder, masterFile(settings, folder));
    secrets.keep("console-client-secret", secrets.master.derive("oidc-client", "tarn-console"));
    secrets.keep("demo-password", randomPassword());
    return secrets;
  }

  /// File named by the environment, recorded for later commands.
  private static Path masterFile(Settings settings, Path folder) throws IOException {
    var location = folder.resolve(LOCATION);
    var recorded = Files.exists(location) ? Files.readString(location).strip() : "";
    var given =
        settings.external("TARN_MASTER_SECRET_FILE").map(Path::of).map(Path::toAbsolutePath);
    if (given.isPresent() && !given.get().toString().equals(recorded)) {
      Files.deleteIfExists(location);
      PrivateFiles.write(location, given.get().toString());
    }
    return given.orElse(recorded.isEmpty() ? folder.resolve("master-secret") : Path.of(recorded));
  }

  private void keep(String name, String value) throws IOException {
    if (!Files.exists(folder.resolve(name))) {
      PrivateFiles.write(folder.resolve(name), value);
    }
  }

  private static String randomPassword() {
    var text = new StringBuilder();
    new SecureRandom()
        .ints(DEMO_PASSWORD_LENGTH, 0, LETTERS.length())
        .forEach(index -> text.append(LETTERS.charAt(index)));
    return text.toString();
  }

  public Path masterFile() {
    return masterFile;
  }

  public Path consoleClientSecretFile() {
    return folder.resolve("console-client-secret");
  }

  public String consoleClientSecret() throws IOException {
    return Files.readString(consoleClientSecretFile()).strip();
  }

  public String demoPassword() throws IOException {
    return Files.readString(folder.resolve("demo-password")).strip();
  }

  public String postgresSuperuser() {
    return master.derive("postgres-superuser", PostgresPart.SUPERUSER);
  }

  public String postgresLogin(String login) {
    return master.derive("postgres-login", login);
  }

  public String keycloakAdmin() {
    return master.derive("keycloak-admin", "admin");
  }

  /// The secret of an identity at the embedded S3 endpoint: `services`, or a tenant's id.
  public String s3Identity(String name) {
    return master.derive("s3-identity", name);
  }

  MasterSecret master() {
    return master;
  }
}
