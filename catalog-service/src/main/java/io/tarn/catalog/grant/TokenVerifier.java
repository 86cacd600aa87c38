package io.tarn.catalog.grant;

import io.tarn.catalog.grant.GrantRefusedException.BadCredential;
import io.tarn.catalog.grant.GrantRefusedException.ProviderUnavailable;
import io.tarn.common.config.TarnConfig;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.GrantException;
import io.tarn.service.gate.JwtVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.lang.HashUtil;
import org.jspecify.annotations.Nullable;

/// Verifies access tokens of the one identity provider: signed by an asymmetric key that it
/// publishes, by this issuer, for Tarn, not expired.
@ApplicationScoped
class TokenVerifier {
  private static final List<String> ASYMMETRIC =
      List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");
  private static final int LONGEST_TOKEN = 32_768;

  private final JwtVerifier tokens;

  TokenVerifier(ProviderKeys keys, TarnConfig config, Clock clock) {
    var oidc = config.oidc();
    var issuer = oidc.issuer().orElseThrow();
    var rules = new JwtVerifier.Rules(ASYMMETRIC, issuer, oidc.audience(), LONGEST_TOKEN, 0);
    this.tokens = new JwtVerifier(rules, keys, clock);
  }

  /// @throws GrantRefusedException when the token is none of these
  Person verify(String token) {
    try {
      return personOf(tokens.verify(token), token);
    } catch (GrantException.KeysUnavailable unavailable) {
      throw new ProviderUnavailable();
    } catch (GrantException.Invalid | MalformedClaimException refused) {
      throw new BadCredential("not a token for Tarn");
    }
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
    var until = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
    return new Person(actor, verifiedEmail(claims), session, signedInAt(claims), until);
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
    var digest = HashUtil.getMessageDigest(HashUtil.SHA_256);
    return Base64Url.encode(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
  }
}
