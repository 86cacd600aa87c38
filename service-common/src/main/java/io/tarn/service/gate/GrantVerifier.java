package io.tarn.service.gate;

import java.time.Clock;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/// Decides whether a token is a grant for this service now: ES256 by one of catalog-service's
/// keys, its issuer, this audience, not expired, not longer-lived than grants are.
public final class GrantVerifier {
  private static final List<String> ES256 =
      List.of(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
  private static final int LONGEST_MINUTES = 2;
  private static final int LONGEST_TOKEN = 8192;

  private final JwtVerifier tokens;

  public GrantVerifier(VerificationKeyResolver keys, String audience, Clock clock) {
    var rules =
        new JwtVerifier.Rules(ES256, GrantToken.ISSUER, audience, LONGEST_TOKEN, LONGEST_MINUTES);
    this.tokens = new JwtVerifier(rules, keys, clock);
  }

  /// @throws GrantException when the token is no such grant, or when the keys cannot be had
  public Grant verify(String token) {
    try {
      return GrantToken.grantOf(tokens.verify(token));
    } catch (MalformedClaimException malformed) {
      throw new GrantException.Invalid("malformed claims");
    }
  }
}
