package io.tarn.catalog.grant;

import io.tarn.catalog.grant.GrantRefusedException.BadCredential;
import io.tarn.catalog.grant.GrantRefusedException.ProviderUnavailable;
import io.tarn.common.config.TarnConfig;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.GrantException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/// Verifies access tokens of the one identity provider: signed by an asymmetric key that it
/// publishes, by this issuer, for Tarn, not expired.
@ApplicationScoped
class TokenVerifier {
  private static final AlgorithmConstraints ASYMMETRIC =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          "RS256",
          "RS384",
          "RS512",
          "PS256",
          "PS384",
          "PS512",
          "ES256",
          "ES384",
          "ES512");
  private static final int LONGEST_TOKEN = 32_768;
  private static final int CLOCK_SKEW_SECONDS = 5;

  private final ProviderKeys keys;
  private final String issuer;
  private final String audience;
  private final Clock clock;

  TokenVerifier(ProviderKeys keys, TarnConfig config, Clock clock) {
    this.keys = keys;
    this.issuer = config.oidc().issuer().orElseThrow();
    this.audience = config.oidc().audience();
    this.clock = clock;
  }

  /// @throws GrantRefusedException when the token is none of these
  Person verify(String token) {
    if (token.length() > LONGEST_TOKEN) {
      throw new BadCredential("too long");
    }
    try {
      return personOf(consumer().processToClaims(token), token);
    } catch (InvalidJwtException refused) {
      throw reasonOf(refused);
    } catch (MalformedClaimException malformed) {
      throw new BadCredential("malformed claims");
    }
  }

  private JwtConsumer consumer() {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(ASYMMETRIC)
        .setVerificationKeyResolver(this::keyOf)
        .setExpectedIssuer(issuer)
        .setExpectedAudience(audience)
        .setRequireSubject()
        .setRequireIssuedAt()
        .setRequireExpirationTime()
        .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
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

  private Person personOf(JwtClaims claims, String token) throws MalformedClaimException {
    var subject = claims.getSubject();
    var name =
        firstOf(
                claims.getStringClaimValue("name"),
                claims.getStringClaimValue("preferred_username"))
            .orElse(subject);
    var session =
        firstOf(claims.getStringClaimValue("sid"), claims.getJwtId()).orElseGet(() -> hash(token));
    var actor = new Actor(claims.getIssuer(), subject, name);
    return new Person(actor, verifiedEmail(claims), session, signedInAt(claims));
  }

  private static @Nullable String verifiedEmail(JwtClaims claims) throws MalformedClaimException {
    return Boolean.TRUE.equals(claims.getClaimValue("email_verified"))
        ? claims.getStringClaimValue("email")
        : null;
  }

  private static Instant signedInAt(JwtClaims claims) throws MalformedClaimException {
    var signedIn = claims.getNumericDateClaimValue("auth_time");
    var since = signedIn == null ? claims.getIssuedAt() : signedIn;
    return Instant.ofEpochSecond(since.getValue());
  }

  private static Optional<String> firstOf(@Nullable String... values) {
    return Stream.of(values).filter(Objects::nonNull).findFirst();
  }

  private static String hash(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(token.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The library wraps what the key source throws.
  private static GrantRefusedException reasonOf(InvalidJwtException refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof GrantException.KeysUnavailable) {
        return new ProviderUnavailable();
      }
    }
    return new BadCredential("not a token for Tarn");
  }
}
