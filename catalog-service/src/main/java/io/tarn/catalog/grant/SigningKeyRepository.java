package io.tarn.catalog.grant;

import io.tarn.common.secret.MasterSecret;
import io.tarn.common.secret.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/// The signing keys in the database; private keys are sealed.
@ApplicationScoped
class SigningKeyRepository {
  private final DataSource database;
  private final SecretBox box;

  SigningKeyRepository(DataSource database, MasterSecret secret) {
    this.database = database;
    this.box = new SecretBox(secret, "signing-keys");
  }

  /// All keys that still verify, the newest first.
  List<SigningKey> findVerifying(Instant now) {
    try (var connection = database.getConnection()) {
      return verifying(connection, now);
    } catch (SQLException failure) {
      throw new IllegalStateException("signing keys cannot be read", failure);
    }
  }

  /// Looks at the keys and adds one where the caller says so, while no replica does the same.
  void addWhere(Instant now, Function<List<SigningKey>, Optional<SigningKey>> decide) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("lock table signing_keys in share row exclusive mode");
        statement.execute(
            "delete from signing_keys where verifies_until < now() - interval '1 day'");
        var added = decide.apply(verifying(connection, now));
        if (added.isPresent()) {
          insert(connection, added.get());
        }
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("signing keys cannot be rotated", failure);
    }
  }

  private List<SigningKey> verifying(Connection connection, Instant now) throws SQLException {
    var text = "select * from signing_keys where verifies_until > ? order by signs_from desc, id";
    try (var statement = connection.prepareStatement(text)) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      try (var found = statement.executeQuery()) {
        var keys = new ArrayList<SigningKey>();
        while (found.next()) {
          keys.add(keyOf(found));
        }
        return keys;
      }
    }
  }

  private SigningKey keyOf(ResultSet found) throws SQLException {
    var id = found.getString("id");
    return new SigningKey(
        id,
        privateKey(box.open(found.getBytes("private_key"), id)),
        found.getString("public_key"),
        found.getObject("signs_from", OffsetDateTime.class).toInstant(),
        found.getObject("verifies_until", OffsetDateTime.class).toInstant());
  }

  private void insert(Connection connection, SigningKey key) throws SQLException {
    var text =
        """
        insert into signing_keys (id, private_key, public_key, signs_from, verifies_until)
        values (?, ?, ?, ?, ?)""";
    try (var statement = connection.prepareStatement(text)) {
      statement.setString(1, key.id());
      statement.setBytes(2, box.seal(key.privateKey().getEncoded(), key.id()));
      statement.setString(3, key.publicKey());
      statement.setObject(4, key.signsFrom().atOffset(ZoneOffset.UTC));
      statement.setObject(5, key.verifiesUntil().atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  private static PrivateKey privateKey(byte[] encoded) {
    try {
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("a signing key cannot be read", failure);
    }
  }
}
