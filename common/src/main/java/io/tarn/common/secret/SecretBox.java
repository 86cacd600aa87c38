package io.tarn.common.secret;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Encrypts (AES-256-GCM, with a key of the master secret) secrets that have to be stored, and
/// texts that clients keep without reading them. What is sealed for one place does not open in
/// another.
public final class SecretBox {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /// @param purpose what the box is for, so that each use has a key of its own
  public SecretBox(MasterSecret secret, String purpose) {
    this.key = new SecretKeySpec(secret.deriveBytes("encryption-key", purpose), "AES");
  }

  /// @param place where the result is stored, such as the id of its row
  public byte[] seal(byte[] plain, String place) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, nonce, plain, 0, place);
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  /// @throws IllegalStateException where it was not sealed by this box for this place
  public byte[] open(byte[] sealed, String place) {
    var nonce = new byte[NONCE_BYTES];
    ByteBuffer.wrap(sealed).get(nonce);
    return run(Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES, place);
  }

  /// The same for text that goes to a client and comes back, as letters that may stand in an
  /// address.
  public String sealText(String plain, String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(seal(plain.getBytes(StandardCharsets.UTF_8), place));
  }

  /// Null where it was not sealed by this box for this place.
  public @Nullable String openText(String sealed, String place) {
    try {
      var plain = open(Base64.getUrlDecoder().decode(sealed), place);
      return new String(plain, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | IllegalStateException | BufferUnderflowException notOurs) {
      return null;
    }
  }

  private byte[] run(int mode, byte[] nonce, byte[] input, int offset, String place) {
    try {
      var cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input, offset, input.length - offset);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("a stored secret cannot be sealed or opened", failure);
    }
  }
}
