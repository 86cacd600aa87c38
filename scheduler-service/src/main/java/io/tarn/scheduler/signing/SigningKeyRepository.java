package io.tarn.scheduler.signing;

import io.tarn.common.secret.MasterSecret;
import io.tarn.common.secret.SecretBox;
import io.tarn.scheduler.data.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The signing keys in the database; private keys are sealed, each for its own row.
@ApplicationScoped
class SigningKeyRepository {
  private static final String SELECT =
      "select * from signing_keys order by valid_from desc, algorithm";
  private static final String INSERT =
      """
      insert into signing_keys (id, algorithm, public_key, private_key, valid_from, valid_until)
      values (?, ?, ?, ?, ?, ?)""";
  private static final String ERASE =
      """
      update signing_keys set private_key = null
      where private_key is not null and valid_until < ?""";

  private final SecretBox box;

  SigningKeyRepository(MasterSecret secret) {
    this.box = new SecretBox(secret, "result-signing-keys");
  }

  /// All keys there ever were, the newest first.
  List<SigningKey> list(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(SELECT);
        var found = statement.executeQuery()) {
      var keys = new ArrayList<SigningKey>();
      while (found.next()) {
        keys.add(keyOf(found));
      }
      return keys;
    }
  }

  /// Until the end of the transaction nobody else adds a key or erases one; all may read.
  void lock(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("lock table signing_keys in share row exclusive mode");
    }
  }

  void insert(Connection connection, SigningKey key) throws SQLException {
    try (var statement = connection.prepareStatement(INSERT)) {
      Values.bind(
          statement,
          key.id(),
          key.algorithm().storedName(),
          key.publicKey().getEncoded(),
          key.sealedPrivateKey(),
          key.validFrom(),
          key.validUntil());
      statement.executeUpdate();
    }
  }

  /// Erases the private halves of keys that were valid until before this time.
  void erasePrivateKeys(Connection connection, Instant before) throws SQLException {
    try (var statement = connection.prepareStatement(ERASE)) {
      Values.bind(statement, before);
      statement.executeUpdate();
    }
  }

  byte[] seal(PrivateKey key, UUID id) {
    return box.seal(key.getEncoded(), id.toString());
  }

  PrivateKey open(byte[] sealed, SigningKey key) {
    return key.algorithm().privateKey(box.open(sealed, key.id().toString()));
  }

  private static SigningKey keyOf(ResultSet found) throws SQLException {
    var algorithm = KeyAlgorithm.stored(found.getString("algorithm"));
    return new SigningKey(
        found.getObject("id", UUID.class),
        algorithm,
        algorithm.publicKey(found.getBytes("public_key")),
        found.getBytes("private_key"),
        Values.time(found, "valid_from"),
        Values.time(found, "valid_until"));
  }
}
