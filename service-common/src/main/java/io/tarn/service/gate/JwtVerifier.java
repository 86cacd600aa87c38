package io.tarn.service.gate;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.AudValidator;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.IssValidator;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.NumericDateValidator;
import org.jose4j.jwt.consumer.SubValidator;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/// Verifies tokens by somebody's keys: the signature, issuer, audience and times.
public final class JwtVerifier {
  private static final int CLOCK_SKEW_SECONDS = 5;

  private final Rules rules;
  private final Clock clock;
  private final JwtConsumer consumer;

  /// What a token has to be like.
  ///
  /// @param longestToken in characters
  /// @param longestMinutes how far ahead it may expire; 0: as far as its issuer likes
  public record Rules(
      List<String> algorithms,
      String issuer,
      String audience,
      int longestToken,
      int longestMinutes) {
    public Rules {
      algorithms = List.copyOf(algorithms);
    }
  }

  public JwtVerifier(Rules rules, VerificationKeyResolver keys, Clock clock) {
    this.rules = rules;
    this.clock = clock;
    // The library's own validator of times knows no clock but the system's.
    this.consumer =
        new JwtConsumerBuilder()
            .setJwsAlgorithmConstraints(
                ConstraintType.PERMIT, rules.algorithms().toArray(String[]::new))
            .setVerificationKeyResolver(keys)
            .setSkipAllDefaultValidators()
            .registerValidator(new IssValidator(rules.issuer(), true))
            .registerValidator(new AudValidator(Set.of(rules.audience()), true))
            .registerValidator(new SubValidator(true))
            .registerValidator(this::faultOfTimes)
            .build();
  }

  /// @throws GrantException when the token is not like that, or when the keys cannot be had
  public JwtClaims verify(String token) {
    if (token.length() > rules.longestToken()) {
      throw new GrantException.Invalid("too long");
    }
    try {
      return consumer.processToClaims(token);
    } catch (InvalidJwtException refused) {
      throw reasonOf(refused);
    }
  }

  private ErrorCodeValidator.@Nullable Error faultOfTimes(JwtContext context)
      throws MalformedClaimException {
    var times = new NumericDateValidator();
    times.setRequireIat(true);
    times.setRequireExp(true);
    times.setMaxFutureValidityInMinutes(rules.longestMinutes());
    times.setAllowedClockSkewSeconds(CLOCK_SKEW_SECONDS);
    times.setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()));
    return times.validate(context);
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
