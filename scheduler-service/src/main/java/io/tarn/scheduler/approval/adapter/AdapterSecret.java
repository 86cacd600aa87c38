package io.tarn.scheduler.approval.adapter;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What deliveries to an adapter are signed with.
///
/// @param previous the secret before, which is good until `previousUntil`; null if there is none
record AdapterSecret(String current, @Nullable String previous, @Nullable Instant previousUntil) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PREFIX = "tarn_apsec_";
  private static final int BYTES = 32;
  private static final Duration OVERLAP = Duration.ofHours(24);

  static AdapterSecret made() {
    return new AdapterSecret(random(), null, null);
  }

  private static String random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// A new secret. The old one is good beside it for a day.
  AdapterSecret rotated(Instant now) {
    return new AdapterSecret(random(), current, now.plus(OVERLAP));
  }

  /// The secrets that are good now, the newest first.
  List<String> goodAt(Instant now) {
    var isPreviousGood = previousUntil != null && now.isBefore(previousUntil);
    return Stream.of(current, isPreviousGood ? previous : null).filter(Objects::nonNull).toList();
  }

  @Override
  public String toString() {
    return "AdapterSecret[]";
  }
}
