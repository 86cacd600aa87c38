package io.tarn.common.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The installation's master secret: 32 random bytes, kept as hex in a file that only its owner
/// may read. All other secrets are derived from it with HMAC-SHA256 over purpose and name, so
/// nothing else has to be stored or handed round.
public final class MasterSecret {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private MasterSecret(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /// Reads the secret; refuses a file of another form, or one that others may read.
  public static MasterSecret load(Path file) {
    try {
      refuseOpenFile(file);
      return ofHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the master secret cannot be read: " + file, unreadable);
    }
  }

  /// Makes the file with a new secret (mode 0600) if there is none, and reads it.
  public static MasterSecret loadOrCreate(Path file) {
    if (!Files.exists(file)) {
      create(file);
    }
    return load(file);
  }

  public static MasterSecret ofHex(String hex) {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("a master secret has 64 lower-case hex digits");
    }
    return new MasterSecret(HexFormat.of().parseHex(hex));
  }

  /// The secret for this purpose and name: 43 characters of base64url, always the same.
  public String derive(String purpose, String name) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(deriveBytes(purpose, name));
  }

  /// The same 32 bytes as [#derive] before encoding, for use as a key.
  public byte[] deriveBytes(String purpose, String name) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA256 is missing", impossible);
    }
  }

  @Override
  public String toString() {
    return "MasterSecret[hidden]";
  }

  private static void create(Path file) {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    try {
      var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(file, mode);
      Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n", StandardCharsets.US_ASCII);
    } catch (IOException failure) {
      throw new UncheckedIOException("the master secret cannot be written: " + file, failure);
    }
  }

  private static void refuseOpenFile(Path file) throws IOException {
    var mode = Files.getPosixFilePermissions(file);
    var owners = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    if (!owners.containsAll(mode)) {
      throw new IllegalStateException(
          "the master secret must be readable by its owner only (mode 0600): " + file);
    }
  }
}
