package io.tarn.catalog;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/// Access tokens of the tests' identity provider, good ones and others.
final class Tokens {
  private static final String PAIR = "io.tarn.test.oidc-key";
  private static final String ISSUER = "io.tarn.test.oidc-issuer";

  private Tokens() {}

  static String of(String subject) {
    return of(subject, claims -> {});
  }

  static String of(String subject, Consumer<JwtClaims> change) {
    return signed(claims(subject, change), "RS256", pair().getPrivateKey());
  }

  static String signedByAnotherKey(String subject) {
    return signed(claims(subject, claims -> {}), "RS256", newPair().getPrivateKey());
  }

  /// HS256 with the published key as the secret.
  static String confused(String subject) {
    var secret = new HmacKey(pair().getPublicKey().getEncoded());
    return signed(claims(subject, claims -> {}), "HS256", secret);
  }

  static String unsigned(String subject) {
    var encoder = Base64.getUrlEncoder().withoutPadding();
    var header = "{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8);
    var payload = claims(subject, claims -> {}).toJson().getBytes(StandardCharsets.UTF_8);
    return encoder.encodeToString(header) + "." + encoder.encodeToString(payload) + ".";
  }

  static String issuer() {
    return System.getProperty(ISSUER);
  }

  static void rememberIssuer(String issuer) {
    System.setProperty(ISSUER, issuer);
  }

  static RsaJsonWebKey pair() {
    synchronized (System.getProperties()) {
      try {
        var known = System.getProperty(PAIR);
        if (known != null) {
          return (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(known);
        }
        var made = newPair();
        System.setProperty(PAIR, made.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        return made;
      } catch (JoseException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  private static RsaJsonWebKey newPair() {
    try {
      var pair = RsaJwkGenerator.generateJwk(2048);
      pair.setKeyId("provider");
      return pair;
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static JwtClaims claims(String subject, Consumer<JwtClaims> change) {
    var now = Instant.now();
    var claims = new JwtClaims();
    claims.setIssuer(issuer());
    claims.setSubject(subject);
    claims.setAudience("account", "tarn");
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plusSeconds(300).getEpochSecond()));
    claims.setStringClaim("preferred_username", subject);
    claims.setStringClaim("sid", "session-of-" + subject);
    change.accept(claims);
    return claims;
  }

  private static String signed(JwtClaims claims, String algorithm, Key key) {
    var signature = new JsonWebSignature();
    signature.setKeyIdHeaderValue("provider");
    signature.setAlgorithmHeaderValue(algorithm);
    signature.setPayload(claims.toJson());
    signature.setKey(key);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
