package io.tarn.common.id;

import io.tarn.common.tenant.TenantId;
import java.security.SecureRandom;
import java.util.UUID;

/// Makes ids. UUIDs are of version 7: they begin with the time in milliseconds, so that new
/// rows go to the end of an index.
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  // Crockford's alphabet in lower case: no letters that are mistaken for digits.
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TENANT_ID_LENGTH = 26;

  private Ids() {}

  /// A new UUIDv7 of this moment.
  public static UUID uuid() {
    return uuidAt(System.currentTimeMillis());
  }

  /// A new UUIDv7 of the given moment, in milliseconds since 1970.
  public static UUID uuidAt(long epochMillis) {
    long high = (epochMillis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
    long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /// A new tenant id: 130 random bits that begin with a letter, so that they tell nothing, not
  /// even the order of onboarding.
  public static TenantId tenantId() {
    var text = new StringBuilder(TENANT_ID_LENGTH);
    text.append(ALPHABET.charAt(10 + RANDOM.nextInt(ALPHABET.length() - 10)));
    while (text.length() < TENANT_ID_LENGTH) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new TenantId(text.toString());
  }
}
