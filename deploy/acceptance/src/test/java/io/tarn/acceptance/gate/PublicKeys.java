package io.tarn.acceptance.gate;

import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Service;
import java.security.PublicKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/// Public keys, which must not be accepted as a shared secret.
final class PublicKeys {
  private PublicKeys() {}

  /// The key by which the identity provider's access tokens are verified.
  static PublicKey ofTheIdentityProvider(Product product) {
    var document =
        Caller.anonymous(product.identityProvider())
            .get("/realms/tarn/protocol/openid-connect/certs")
            .with(200);
    return signing(document.body());
  }

  /// The key by which grants are verified.
  static PublicKey ofGrants(Product product) {
    return signing(
        Caller.anonymous(product.address(Service.CATALOG))
            .get("/internal/grant-keys")
            .with(200)
            .body());
  }

  private static PublicKey signing(String document) {
    try {
      return new JsonWebKeySet(document)
          .getJsonWebKeys().stream()
              .filter(key -> !"enc".equals(key.getUse()))
              .map(JsonWebKey::getKey)
              .map(PublicKey.class::cast)
              .findFirst()
              .orElseThrow();
    } catch (JoseException none) {
      throw new AssertionError("no keys in " + document, none);
    }
  }
}
