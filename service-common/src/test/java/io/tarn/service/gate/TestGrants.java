package io.tarn.service.gate;

import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Grant.GrantedTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/// Grants for tests: signed by a key pair of the test run, valid or with one fault.
///
/// The pair lives in a system property, because tests and what starts them may be loaded by
/// different class loaders. [TestGrantsResource] publishes it to the service under test.
public final class TestGrants {
  private static final String PROPERTY = "io.tarn.test-grants-key";
  private static final String ISSUER = "https://identity.example/realms/tarn";

  private final EllipticCurveJsonWebKey key;
  private final String audience;

  private TestGrants(EllipticCurveJsonWebKey key, String audience) {
    this.key = key;
    this.audience = audience;
  }

  /// Grants for the service of this name (its audience).
  public static TestGrants forService(String audience) {
    return new TestGrants(pair(), audience);
  }

  /// A valid grant of this role in this tenant.
  public String grant(TenantId tenant, String slug, Role role) {
    return in(tenant, slug, role).mint();
  }

  /// A grant to be made, for what differs from the usual one.
  public Builder in(TenantId tenant, String slug, Role role) {
    return new Builder(new GrantedTenant(tenant, slug), role, slug + "-" + role.wireName());
  }

  /// A grant for the platform as a whole.
  public Builder forPlatform(Role role) {
    return new Builder(null, role, role.wireName());
  }

  /// The public key as a JWKS in a temporary file, for `tarn.grants.keys`.
  public static Path publish() {
    try {
      var file = Files.createTempFile("tarn-test-grant-keys", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(
          file, new JsonWebKeySet(pair()).toJson(OutputControlLevel.PUBLIC_ONLY));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static synchronized EllipticCurveJsonWebKey pair() {
    try {
      var known = System.getProperty(PROPERTY);
      if (known != null) {
        return (EllipticCurveJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(known);
      }
      var made = newPair("test");
      System.setProperty(PROPERTY, made.toJson(OutputControlLevel.INCLUDE_PRIVATE));
      return made;
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static EllipticCurveJsonWebKey newPair(String keyId) throws JoseException {
    var made = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    made.setKeyId(keyId);
    return made;
  }

  /// One grant, valid unless a fault is named. Each method returns the builder itself.
  public final class Builder {
    private final @Nullable GrantedTenant tenant;
    private final Role role;
    private Actor actor;
    private String issuer = GrantToken.ISSUER;
    private String forService = audience;
    private Instant issuedAt = Instant.now();
    private Duration life = Duration.ofSeconds(60);
    private @Nullable String session = "test-session";
    private @Nullable String verifiedEmail;
    private String requestId = "test-request";
    private String purpose = "test";
    private Set<TenantId> assignedTo = Set.of();
    private @Nullable String missingClaim;

    private Builder(@Nullable GrantedTenant tenant, Role role, String subject) {
      this.tenant = tenant;
      this.role = role;
      this.actor = new Actor(ISSUER, subject, subject);
    }

    public Builder actor(Actor other) {
      this.actor = other;
      return this;
    }

    public Builder session(@Nullable String other) {
      this.session = other;
      return this;
    }

    public Builder verifiedEmail(String address) {
      this.verifiedEmail = address;
      return this;
    }

    /// The tenants that an operator is assigned to.
    public Builder assignedTo(Set<TenantId> tenants) {
      this.assignedTo = Set.copyOf(tenants);
      return this;
    }

    public Builder requestId(String other) {
      this.requestId = other;
      return this;
    }

    public Builder purpose(String other) {
      this.purpose = other;
      return this;
    }

    public Builder issuer(String other) {
      this.issuer = other;
      return this;
    }

    public Builder audience(String other) {
      this.forService = other;
      return this;
    }

    public Builder expired() {
      this.issuedAt = Instant.now().minus(Duration.ofMinutes(5));
      return this;
    }

    public Builder livingFor(Duration other) {
      this.life = other;
      return this;
    }

    public Builder without(String claim) {
      this.missingClaim = claim;
      return this;
    }

    /// The token, signed as it should be.
    public String mint() {
      return signed(key.getPrivateKey(), key.getKeyId());
    }

    /// Signed by a key that nobody published, under the published key's id.
    public String mintWithForeignKey() {
      try {
        return signed(newPair(key.getKeyId()).getPrivateKey(), key.getKeyId());
      } catch (JoseException failure) {
        throw new IllegalStateException(failure);
      }
    }

    /// Under the id of a key that does not exist.
    public String mintWithUnknownKeyId() {
      return signed(key.getPrivateKey(), "no-such-key");
    }

    /// Signed as it should be, and not saying by which key.
    public String mintWithoutKeyId() {
      var signature = new JsonWebSignature();
      signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
      signature.setKey(key.getPrivateKey());
      signature.setPayload(claims().toJson());
      return serialize(signature);
    }

    /// Without a signature: `alg` none.
    public String mintUnsigned() {
      var header = encode("{\"alg\":\"none\",\"kid\":\"" + key.getKeyId() + "\"}");
      return header + "." + encode(claims().toJson()) + ".";
    }

    /// Key confusion: HS256 with the published public key as the shared secret.
    public String mintWithPublicKeyAsSecret() {
      var signature = signature();
      signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
      signature.setKey(new HmacKey(key.getPublicKey().getEncoded()));
      return serialize(signature);
    }

    private String signed(PrivateKey privateKey, String keyId) {
      var signature = signature();
      signature.setKeyIdHeaderValue(keyId);
      signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
      signature.setKey(privateKey);
      return serialize(signature);
    }

    private JsonWebSignature signature() {
      var signature = new JsonWebSignature();
      signature.setKeyIdHeaderValue(key.getKeyId());
      signature.setPayload(claims().toJson());
      return signature;
    }

    private JwtClaims claims() {
      var grant =
          new Grant(
              tenant,
              actor,
              role,
              purpose,
              requestId,
              session,
              verifiedEmail,
              issuedAt.plus(life),
              assignedTo);
      var claims = GrantToken.claimsOf(grant, forService, issuedAt);
      claims.setIssuer(issuer);
      if (missingClaim != null) {
        claims.unsetClaim(missingClaim);
      }
      return claims;
    }
  }

  private static String serialize(JsonWebSignature signature) {
    try {
      return signature.getCompactSerialization();
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
