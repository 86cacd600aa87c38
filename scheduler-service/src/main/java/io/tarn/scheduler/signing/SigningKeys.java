package io.tarn.scheduler.signing;

import io.tarn.common.id.Ids;
import io.tarn.common.proof.PublicKeys;
import io.tarn.common.proof.PublicKeys.SignFileKey;
import io.tarn.common.proof.PublicKeys.StatementKey;
import io.tarn.scheduler.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.interfaces.RSAPublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The keys of results and their rotation. Each kind of key has a line of its own:
///
/// ```
///   made      valid from                         valid until
///    |-- AHEAD --|------------- LIFE ----------------|  private half erased
///                                  |-- AHEAD --|---- OVERLAP ----|---- ...
///                                 made         next key: it signs from here on
/// ```
///
/// What is signed with is decided by the keys in the database and the time that the signature is
/// for, and nothing is remembered: all processes decide the same.
@ApplicationScoped
public class SigningKeys {
  /// How long a key is valid.
  static final Duration LIFE = Duration.ofDays(30);

  /// How long a key is still valid once the next one signs: so long something that is complete may
  /// wait for its signature.
  static final Duration OVERLAP = Duration.ofDays(5);

  /// How long a key is listed before it signs, so that it is in lists that were fetched before.
  static final Duration AHEAD = Duration.ofDays(2);

  private final Transactions transactions;
  private final SigningKeyRepository repository;
  private final Clock clock;

  SigningKeys(Transactions transactions, SigningKeyRepository repository, Clock clock) {
    this.transactions = transactions;
    this.repository = repository;
    this.clock = clock;
  }

  /// All public keys there ever were, the newest first.
  public PublicKeys published() {
    var keys = transactions.in(repository::list);
    var signFileKeys =
        keys.stream()
            .filter(key -> key.algorithm() == KeyAlgorithm.RSA)
            .map(
                key ->
                    SignFileKey.of(
                        (RSAPublicKey) key.publicKey(), key.validFrom(), key.validUntil()))
            .toList();
    var statementKeys =
        keys.stream()
            .filter(key -> key.algorithm() == KeyAlgorithm.ED25519)
            .map(key -> new StatementKey(key.publicKey(), key.validFrom(), key.validUntil()))
            .toList();
    return new PublicKeys(signFileKeys, statementKeys, true);
  }

  /// Makes the keys that are missing, and erases private halves that sign no more. Can be repeated
  /// by every replica.
  public void rotate() {
    var now = clock.instant();
    transactions.run(
        connection -> {
          repository.lock(connection);
          for (var algorithm : KeyAlgorithm.values()) {
            addWhereDue(connection, algorithm, now);
          }
          repository.erasePrivateKeys(connection, now);
        });
  }

  /// A key with its private half, opened.
  record Signing(SigningKey key, java.security.PrivateKey privateKey) {
    byte[] sign(byte[] text) {
      return key.algorithm().sign(privateKey, text);
    }
  }

  /// The key that signs what was complete at that time: the newest that was valid then.
  ///
  /// @throws IllegalStateException if there is none any more, because that is too long ago
  Signing signing(KeyAlgorithm algorithm, Instant completedAt) {
    return find(algorithm, completedAt)
        .or(
            () -> {
              rotate();
              return find(algorithm, completedAt);
            })
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no key signs what was complete at %s any more".formatted(completedAt)));
  }

  private Optional<Signing> find(KeyAlgorithm algorithm, Instant completedAt) {
    return transactions.in(repository::list).stream()
        .filter(key -> key.algorithm() == algorithm && key.isValidAt(completedAt))
        .findFirst()
        .flatMap(
            key ->
                Optional.ofNullable(key.sealedPrivateKey())
                    .map(half -> new Signing(key, repository.open(half, key))));
  }

  private void addWhereDue(Connection connection, KeyAlgorithm algorithm, Instant now)
      throws SQLException {
    var keys =
        repository.list(connection).stream().filter(key -> key.algorithm() == algorithm).toList();
    var from = dueFrom(keys, now.truncatedTo(ChronoUnit.SECONDS));
    if (from.isPresent()) {
      repository.insert(connection, made(algorithm, from.get()));
    }
  }

  /// From when on a new key is valid; empty where none is due.
  private static Optional<Instant> dueFrom(List<SigningKey> newestFirst, Instant now) {
    if (newestFirst.isEmpty()) {
      return Optional.of(now);
    }
    var next = newestFirst.getFirst().validUntil().minus(OVERLAP);
    if (now.isBefore(next.minus(AHEAD))) {
      return Optional.empty();
    }
    // Where nobody rotated for long, it signs at once.
    return Optional.of(next.isBefore(now) ? now : next);
  }

  private SigningKey made(KeyAlgorithm algorithm, Instant from) {
    var pair = algorithm.generate();
    var id = Ids.uuid();
    var sealed = repository.seal(pair.getPrivate(), id);
    return new SigningKey(id, algorithm, pair.getPublic(), sealed, from, from.plus(LIFE));
  }
}
