package io.tarn.service.gate;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/// Decides whether a token is a grant for this service now: ES256 by one of catalog-service's
/// keys, its issuer, this audience, not expired, not longer-lived than grants are. The edge uses a
/// grant for some seconds, so those of late are remembered. Safe for several threads.
public final class GrantVerifier {
  private static final List<String> ES256 =
      List.of(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
  private static final int LONGEST_MINUTES = 2;
  private static final int LONGEST_TOKEN = 8192;

  private static final int MOST_KNOWN = 500;

  private final JwtVerifier tokens;
  private final Clock clock;

  /// Verified tokens, the latest used last; guarded by itself.
  private final Map<String, Grant> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Grant> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  public GrantVerifier(VerificationKeyResolver keys, String audience, Clock clock) {
    this.clock = clock;
    var rules =
        new JwtVerifier.Rules(ES256, GrantToken.ISSUER, audience, LONGEST_TOKEN, LONGEST_MINUTES);
    this.tokens = new JwtVerifier(rules, keys, clock);
  }

  /// The grant of a token that was verified of late and has not expired; null where it has to be
  /// verified. Does not block.
  @Nullable Grant known(String token) {
    synchronized (known) {
      var grant = known.get(token);
      return grant != null && clock.instant().isBefore(grant.expiresAt()) ? grant : null;
    }
  }

  /// @throws GrantException when the token is no such grant, or when the keys cannot be had
  public Grant verify(String token) {
    try {
      var grant = GrantToken.grantOf(tokens.verify(token));
      synchronized (known) {
        known.put(token, grant);
      }
      return grant;
    } catch (MalformedClaimException malformed) {
      throw new GrantException.Invalid("malformed claims");
    }
  }
}
