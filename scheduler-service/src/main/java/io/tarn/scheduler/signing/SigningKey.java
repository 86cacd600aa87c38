package io.tarn.scheduler.signing;

import java.security.PublicKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key pair of the installation.
///
/// @param sealedPrivateKey null once it signs no more
/// @param validFrom the first moment whose results it may sign
/// @param validUntil the last moment whose results it may sign
@SuppressWarnings("ArrayRecordComponent") // never compared
record SigningKey(
    UUID id,
    KeyAlgorithm algorithm,
    PublicKey publicKey,
    byte @Nullable [] sealedPrivateKey,
    Instant validFrom,
    Instant validUntil) {

  boolean isValidAt(Instant time) {
    return !time.isBefore(validFrom) && !time.isAfter(validUntil);
  }
}
