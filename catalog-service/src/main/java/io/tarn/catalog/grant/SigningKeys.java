package io.tarn.catalog.grant;

import io.tarn.catalog.config.CatalogConfig;
import io.tarn.common.id.Ids;
import io.tarn.service.gate.GrantSigner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/// The keys of grants and their rotation with overlap:
///
/// ```
///             published                   signs                    published
///   made ---------------- signs from ---------------- replaced ---------------- gone
///           (overlap)                (rotate every)              (overlap)
/// ```
@ApplicationScoped
public class SigningKeys {
  private static final Duration REMEMBERED = Duration.ofSeconds(15);

  private final SigningKeyRepository repository;
  private final CatalogConfig.Grants config;
  private final Clock clock;
  private volatile Known known = new Known(List.of(), Instant.MIN);

  private record Known(List<SigningKey> keys, Instant at) {}

  SigningKeys(SigningKeyRepository repository, CatalogConfig config, Clock clock) {
    this.repository = repository;
    this.config = config.grants();
    this.clock = clock;
  }

  /// Signs with the newest key that may sign.
  GrantSigner signer() {
    var now = clock.instant();
    var key =
        keys().stream()
            .filter(candidate -> !candidate.signsFrom().isAfter(now))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("there is no key to sign grants with"));
    return new GrantSigner(key.id(), key.privateKey(), clock);
  }

  /// The public keys as a JWKS.
  public String published() {
    var keys = keys().stream().map(SigningKey::publicKey).toList();
    return "{\"keys\":[" + String.join(",", keys) + "]}";
  }

  /// Makes the first key, or the next one when the newest is old. Can be repeated by every
  /// replica.
  public void rotate() {
    repository.addWhere(clock.instant(), this::due);
    known = new Known(List.of(), Instant.MIN);
  }

  private Optional<SigningKey> due(List<SigningKey> keys) {
    var now = clock.instant();
    if (keys.isEmpty()) {
      return Optional.of(made(now));
    }
    var newest = keys.getFirst();
    var published = now.plus(config.overlap());
    if (published.isBefore(newest.signsFrom().plus(config.rotateEvery()))) {
      return Optional.empty();
    }
    // A job that comes very late has no time left to publish before the old key is gone.
    return Optional.of(made(newest.verifiesUntil().isAfter(published) ? published : now));
  }

  private SigningKey made(Instant moment) {
    // As exactly as the database keeps it, or a key of just now would begin a little later.
    var signsFrom = moment.truncatedTo(ChronoUnit.MICROS);
    try {
      var pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      pair.setKeyId(Ids.uuid().toString());
      pair.setUse("sig");
      pair.setAlgorithm("ES256");
      // It signs a little longer than a rotation when the job is late, so it verifies for two.
      var verifiesUntil =
          signsFrom.plus(config.rotateEvery().multipliedBy(2)).plus(config.overlap());
      return new SigningKey(
          pair.getKeyId(),
          pair.getPrivateKey(),
          pair.toJson(OutputControlLevel.PUBLIC_ONLY),
          signsFrom,
          verifiesUntil);
    } catch (JoseException failure) {
      throw new IllegalStateException("a signing key cannot be made", failure);
    }
  }

  private List<SigningKey> keys() {
    var now = clock.instant();
    var current = known;
    if (current.keys().isEmpty() || current.at().plus(REMEMBERED).isBefore(now)) {
      current = new Known(repository.findVerifying(now), now);
      known = current;
    }
    return current.keys();
  }
}
