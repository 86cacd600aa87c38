package io.tarn.service.gate;

import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Grant.GrantedTenant;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;

/// How a grant is written into the claims of a token, and read from them.
final class GrantToken {
  static final String ISSUER = "tarn-catalog";

  private GrantToken() {}

  static JwtClaims claimsOf(Grant grant, String audience, Instant now) {
    var claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(audience);
    claims.setSubject(grant.actor().subject());
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(grant.expiresAt().getEpochSecond()));
    claims.setClaim("actor", actorClaim(grant.actor()));
    claims.setClaim("role", grant.role().wireName());
    claims.setClaim("purpose", grant.purpose());
    claims.setClaim("request_id", grant.requestId());
    if (grant.session() != null) {
      claims.setClaim("session", grant.session());
    }
    if (grant.verifiedEmail() != null) {
      claims.setClaim("verified_email", grant.verifiedEmail());
    }
    if (!grant.assignedTo().isEmpty()) {
      claims.setStringListClaim(
          "assigned_to", grant.assignedTo().stream().map(TenantId::value).toList());
    }
    if (grant.tenant() != null) {
      claims.setClaim("tenant", grant.tenant().id().value());
      claims.setClaim("tenant_slug", grant.tenant().slug());
    }
    return claims;
  }

  /// Reads verified claims. What is missing or of another form makes the token invalid.
  static Grant grantOf(JwtClaims claims) throws MalformedClaimException {
    return new Grant(
        tenantOf(claims),
        actorOf(claims),
        roleOf(required(claims, "role")),
        required(claims, "purpose"),
        required(claims, "request_id"),
        claims.getStringClaimValue("session"),
        claims.getStringClaimValue("verified_email"),
        Instant.ofEpochSecond(claims.getExpirationTime().getValue()),
        assignedTo(claims));
  }

  private static Map<String, String> actorClaim(Actor actor) {
    return Map.of("issuer", actor.issuer(), "subject", actor.subject(), "name", actor.name());
  }

  private static @Nullable GrantedTenant tenantOf(JwtClaims claims) throws MalformedClaimException {
    if (!claims.hasClaim("tenant")) {
      return null;
    }
    try {
      var id = new TenantId(required(claims, "tenant"));
      return new GrantedTenant(id, required(claims, "tenant_slug"));
    } catch (IllegalArgumentException otherForm) {
      throw new MalformedClaimException("tenant", otherForm);
    }
  }

  private static Set<TenantId> assignedTo(JwtClaims claims) throws MalformedClaimException {
    if (!claims.hasClaim("assigned_to")) {
      return Set.of();
    }
    try {
      return claims.getStringListClaimValue("assigned_to").stream()
          .map(TenantId::new)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IllegalArgumentException otherForm) {
      throw new MalformedClaimException("assigned_to", otherForm);
    }
  }

  private static Actor actorOf(JwtClaims claims) throws MalformedClaimException {
    var actor = claims.getClaimValue("actor", Map.class);
    if (actor != null
        && actor.get("issuer") instanceof String issuer
        && actor.get("subject") instanceof String subject
        && actor.get("name") instanceof String name
        && subject.equals(claims.getSubject())) {
      return new Actor(issuer, subject, name);
    }
    throw new MalformedClaimException("actor");
  }

  private static Role roleOf(String wireName) throws MalformedClaimException {
    return Role.of(wireName).orElseThrow(() -> new MalformedClaimException("role"));
  }

  private static String required(JwtClaims claims, String name) throws MalformedClaimException {
    var value = claims.getStringClaimValue(name);
    if (value == null) {
      throw new MalformedClaimException(name);
    }
    return value;
  }
}
