package io.tarn.acceptance.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes false tokens from a true one.
final class Forge {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Forge() {}

  /// The token with `alg` none, and nothing behind the last point.
  static String unsigned(String token) {
    return header(token, header -> header.put("alg", "none")) + "." + claims(token) + ".";
  }

  /// The token signed by HMAC, with the public key's bytes as the secret.
  static String keyConfusion(String token, byte[] publicKey) {
    var signed = header(token, header -> header.put("alg", "HS256")) + "." + claims(token);
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(publicKey, "HmacSHA256"));
      return signed + "." + ENCODER.encodeToString(mac.doFinal(signed.getBytes(US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The key as text between lines of dashes, the other form in which it may serve as a secret.
  static byte[] pem(PublicKey key) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return ("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n")
        .getBytes(UTF_8);
  }

  /// The token with other claims under the signature of the true ones.
  static String altered(String token, UnaryOperator<ObjectNode> change) {
    var parts = token.split("\\.", -1);
    return parts[0] + "." + encoded(change.apply(decoded(parts[1]))) + "." + parts[2];
  }

  /// The token signed by a key of our own under the key id of the true one; ES256 as grants are.
  static String otherKey(String token) {
    var signed = header(token, header -> header.put("alg", "ES256")) + "." + claims(token);
    return signed + "." + ENCODER.encodeToString(signature(ownKey().getPrivate(), signed));
  }

  private static KeyPair ownKey() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] signature(PrivateKey key, String signed) {
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(signed.getBytes(US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String header(String token, UnaryOperator<ObjectNode> change) {
    return encoded(change.apply(decoded(token.split("\\.", -1)[0])));
  }

  private static String claims(String token) {
    return token.split("\\.", -1)[1];
  }

  private static ObjectNode decoded(String part) {
    try {
      return (ObjectNode) JSON.readTree(new String(Base64.getUrlDecoder().decode(part), UTF_8));
    } catch (JsonProcessingException none) {
      throw new IllegalStateException(none);
    }
  }

  private static String encoded(ObjectNode part) {
    return ENCODER.encodeToString(part.toString().getBytes(UTF_8));
  }
}
