package io.tarn.local.product;

import io.tarn.common.postgres.PostgresInstallation;
import io.tarn.parts.PartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// An external PostgreSQL. With a superuser's name the services' logins are made there, which
/// is needed once; without one they must be there already.
record ExternalDatabase(Settings settings, Secrets secrets) {
  static final String SUPERUSER = "TARN_POSTGRES_SUPERUSER";
  static final String PASSWORD_FILE = "TARN_POSTGRES_SUPERUSER_PASSWORD_FILE";

  void prepare() throws IOException {
    var superuser = settings.external(SUPERUSER);
    if (superuser.isPresent()) {
      install(superuser.get());
    } else {
      refuseWithoutLogins();
    }
  }

  private void install(String superuser) throws IOException {
    try (var connection = connect(superuser, superuserPassword())) {
      PostgresInstallation.apply(connection, secrets.master());
    } catch (SQLException failure) {
      throw new PartException(
          "The logins of the services could not be made: " + failure.getMessage(), failure);
    }
  }

  private String superuserPassword() throws IOException {
    var file =
        settings
            .external(PASSWORD_FILE)
            .map(Path::of)
            .orElseThrow(
                () ->
                    new PartException(
                        "%s needs %s: a file with that login's password"
                            .formatted(SUPERUSER, PASSWORD_FILE)));
    if (!Files.isReadable(file)) {
      throw new PartException("%s cannot be read: %s".formatted(PASSWORD_FILE, file));
    }
    return Files.readString(file).strip();
  }

  private void refuseWithoutLogins() throws PartException {
    var login = Service.CATALOG.login();
    try (var _ = connect(login, secrets.postgresLogin(login))) {
      return;
    } catch (SQLException failure) {
      throw new PartException(
          "PostgreSQL refuses the login %s (%s). To have the services' logins made, start once with %s and %s."
              .formatted(login, failure.getMessage(), SUPERUSER, PASSWORD_FILE),
          failure);
    }
  }

  private Connection connect(String login, String password) throws SQLException {
    return DriverManager.getConnection(settings.postgresUrl(), login, password);
  }
}
