package io.tarn.service.gate;

import java.security.PrivateKey;
import java.time.Clock;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// Signs grants with ES256. Used by catalog-service, which alone has the private keys.
public final class GrantSigner {
  private final String keyId;
  private final PrivateKey key;
  private final Clock clock;

  public GrantSigner(String keyId, PrivateKey key, Clock clock) {
    this.keyId = keyId;
    this.key = key;
    this.clock = clock;
  }

  /// The grant as a token for one service.
  public String sign(Grant grant, String audience) {
    var signature = new JsonWebSignature();
    signature.setKeyIdHeaderValue(keyId);
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signature.setKey(key);
    signature.setPayload(GrantToken.claimsOf(grant, audience, clock.instant()).toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException failure) {
      throw new IllegalStateException("a grant cannot be signed", failure);
    }
  }
}
