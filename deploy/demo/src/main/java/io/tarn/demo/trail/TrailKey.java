package io.tarn.demo.trail;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

/// The RSA key that signs the digests of a demonstration. It comes from the seed, so that the same
/// request gives the same signatures: it replaces the key of AWS, and proves nothing to a reader
/// who knows the seed.
public final class TrailKey {
  private static final int PRIME_BITS = 1024;

  /// Length of what X.509 has before the key of PKCS#1, of a key of 2048 bits.
  private static final int SPKI_HEAD = 24;

  private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

  private final PrivateKey key;
  private final byte[] der;

  private TrailKey(PrivateKey key, byte[] der) {
    this.key = key;
    this.der = der;
  }

  /// The key of a seed.
  public static TrailKey of(long seed) {
    var random = new Random(seed);
    var p = prime(random);
    var q = prime(random);
    var modulus = p.multiply(q);
    var p1 = p.subtract(BigInteger.ONE);
    var q1 = q.subtract(BigInteger.ONE);
    var secret = EXPONENT.modInverse(p1.multiply(q1));
    var spec =
        new RSAPrivateCrtKeySpec(
            modulus, EXPONENT, secret, p, q, secret.mod(p1), secret.mod(q1), q.modInverse(p));
    try {
      var keys = KeyFactory.getInstance("RSA");
      var open = keys.generatePublic(new RSAPublicKeySpec(modulus, EXPONENT)).getEncoded();
      return new TrailKey(
          keys.generatePrivate(spec), Arrays.copyOfRange(open, SPKI_HEAD, open.length));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The two highest bits are set, so that the product of two has all its 2048.
  private static BigInteger prime(Random random) {
    while (true) {
      var high = new BigInteger(PRIME_BITS, random).setBit(PRIME_BITS - 1).setBit(PRIME_BITS - 2);
      var prime = high.nextProbablePrime();
      if (prime.mod(EXPONENT).compareTo(BigInteger.ONE) != 0) {
        return prime;
      }
    }
  }

  /// The public key as `ListPublicKeys` gives it: the DER of PKCS#1 in base64.
  public String publicKey() {
    return Base64.getEncoder().encodeToString(der);
  }

  /// The MD5 of the DER, in hex: a name of the key, no proof.
  public String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(der));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The signature over a text, in hex.
  String sign(String text) {
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
