package io.tarn.common.proof;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.HexFormat;

/// RSA public keys as CloudTrail Lake lists them: DER of a PKCS#1 RSAPublicKey, which is a sequence
/// of modulus and exponent.
public final class RsaPublicKeys {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int MOST_BYTES = 4096;

  private RsaPublicKeys() {}

  /// The key as PKCS#1.
  public static byte[] toPkcs1(RSAPublicKey key) {
    var modulus = element(INTEGER, key.getModulus().toByteArray());
    var exponent = element(INTEGER, key.getPublicExponent().toByteArray());
    var content = ByteBuffer.allocate(modulus.length + exponent.length).put(modulus).put(exponent);
    return element(SEQUENCE, content.array());
  }

  /// @throws ProofFormatException if it is no such key
  public static RSAPublicKey ofPkcs1(byte[] der) {
    try {
      if (der.length > MOST_BYTES) {
        throw new ProofFormatException("has an RSA key that is too long");
      }
      var outer = ByteBuffer.wrap(der);
      var sequence = content(outer, SEQUENCE);
      var modulus = new BigInteger(bytes(content(sequence, INTEGER)));
      var exponent = new BigInteger(bytes(content(sequence, INTEGER)));
      if (outer.hasRemaining() || sequence.hasRemaining()) {
        throw new ProofFormatException("has bytes after its RSA key");
      }
      var specification = new RSAPublicKeySpec(modulus, exponent);
      return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(specification);
    } catch (BufferUnderflowException | NumberFormatException | GeneralSecurityException notAKey) {
      throw new ProofFormatException("has no RSA key in the form of PKCS#1", notAKey);
    }
  }

  /// The MD5 of the DER as 32 hex digits, by which a sign file names its key. It only finds the
  /// key; nothing is proved by it.
  public static String fingerprint(byte[] der) {
    return HexFormat.of().formatHex(digest("MD5", der));
  }

  static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(algorithm + " is missing", impossible);
    }
  }

  private static byte[] element(int tag, byte[] content) {
    var length = length(content.length);
    return ByteBuffer.allocate(1 + length.length + content.length)
        .put((byte) tag)
        .put(length)
        .put(content)
        .array();
  }

  private static byte[] length(int length) {
    if (length < 0x80) {
      return new byte[] {(byte) length};
    }
    return length < 0x100
        ? new byte[] {(byte) 0x81, (byte) length}
        : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
  }

  private static ByteBuffer content(ByteBuffer from, int tag) {
    if ((from.get() & 0xff) != tag) {
      throw new ProofFormatException("has no RSA key in the form of PKCS#1");
    }
    int length = from.get() & 0xff;
    if (length > 0x82) {
      throw new ProofFormatException("has no RSA key in the form of PKCS#1");
    }
    if (length >= 0x80) {
      length = length == 0x82 ? from.getShort() & 0xffff : from.get() & 0xff;
    }
    if (length > from.remaining()) {
      throw new BufferUnderflowException();
    }
    var content = from.slice(from.position(), length);
    from.position(from.position() + length);
    return content;
  }

  private static byte[] bytes(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
