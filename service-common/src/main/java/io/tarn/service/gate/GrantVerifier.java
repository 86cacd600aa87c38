package io.tarn.service.gate;

import java.security.Key;
import java.time.Clock;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/// Decides whether a token is a grant for this service now: ES256 by one of catalog-service's
/// keys, its issuer, this audience, not expired, not longer-lived than grants are.
public final class GrantVerifier {
  private static final int LONGEST_MINUTES = 2;
  private static final int CLOCK_SKEW_SECONDS = 5;
  private static final int LONGEST_TOKEN = 8192;

  private final GrantKeys keys;
  private final String audience;
  private final Clock clock;
  private volatile @Nullable OfSecond ofSecond;

  private record OfSecond(long second, JwtConsumer consumer) {}

  public GrantVerifier(GrantKeys keys, String audience, Clock clock) {
    this.keys = keys;
    this.audience = audience;
    this.clock = clock;
  }

  /// @throws GrantException when the token is no such grant, or when the keys cannot be had
  public Grant verify(String token) {
    if (token.length() > LONGEST_TOKEN) {
      throw new GrantException.Invalid("too long");
    }
    try {
      return GrantToken.grantOf(consumer().processToClaims(token));
    } catch (InvalidJwtException refused) {
      throw reasonOf(refused);
    } catch (MalformedClaimException malformed) {
      throw new GrantException.Invalid("malformed claims");
    }
  }

  /// One for all requests of a second, which is as exact as tokens are.
  private JwtConsumer consumer() {
    long second = Math.floorDiv(clock.millis(), 1000L);
    var latest = ofSecond;
    if (latest == null || latest.second() != second) {
      latest = new OfSecond(second, consumerAt(second));
      ofSecond = latest;
    }
    return latest.consumer();
  }

  private JwtConsumer consumerAt(long second) {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(
            new AlgorithmConstraints(
                ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
        .setVerificationKeyResolver(this::keyOf)
        .setExpectedIssuer(GrantToken.ISSUER)
        .setExpectedAudience(audience)
        .setRequireSubject()
        .setRequireIssuedAt()
        .setRequireExpirationTime()
        .setMaxFutureValidityInMinutes(LONGEST_MINUTES)
        .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
        .setEvaluationTime(NumericDate.fromSeconds(second))
        .build();
  }

  private Key keyOf(JsonWebSignature signature, List<JsonWebStructure> nesting)
      throws UnresolvableKeyException {
    var keyId = signature.getKeyIdHeaderValue();
    if (keyId == null) {
      throw new UnresolvableKeyException("no kid");
    }
    return keys.find(keyId).orElseThrow(() -> new UnresolvableKeyException("unknown kid"));
  }

  /// The kind of fault, without the token's content. The library wraps what the key source
  /// throws.
  private static GrantException reasonOf(InvalidJwtException refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof GrantException.KeysUnavailable unavailable) {
        return unavailable;
      }
    }
    var codes = refused.getErrorDetails().stream().map(detail -> detail.getErrorCode()).toList();
    return new GrantException.Invalid("codes " + codes);
  }
}
