package io.tarn.scheduler.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/// What is signed with which kind of key.
enum KeyAlgorithm {
  /// Sign files: RSA with 2048 bits.
  RSA("RSA", "SHA256withRSA"),
  /// Statements.
  ED25519("Ed25519", "Ed25519");

  private static final int RSA_BITS = 2048;

  private final String keys;
  private final String signatures;

  KeyAlgorithm(String keys, String signatures) {
    this.keys = keys;
    this.signatures = signatures;
  }

  /// The name in the database.
  String storedName() {
    return keys;
  }

  static KeyAlgorithm stored(String name) {
    for (var algorithm : values()) {
      if (algorithm.keys.equals(name)) {
        return algorithm;
      }
    }
    throw new IllegalStateException("there are no keys of the algorithm " + name);
  }

  KeyPair generate() {
    try {
      var generator = KeyPairGenerator.getInstance(keys);
      if (this == RSA) {
        generator.initialize(RSA_BITS);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a key cannot be made", impossible);
    }
  }

  byte[] sign(PrivateKey key, byte[] text) {
    try {
      var signature = Signature.getInstance(signatures);
      signature.initSign(key);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("a result cannot be signed", failure);
    }
  }

  PublicKey publicKey(byte[] encoded) {
    try {
      return KeyFactory.getInstance(keys).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("a public key cannot be read", failure);
    }
  }

  PrivateKey privateKey(byte[] encoded) {
    try {
      return KeyFactory.getInstance(keys).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("a private key cannot be read", failure);
    }
  }
}
