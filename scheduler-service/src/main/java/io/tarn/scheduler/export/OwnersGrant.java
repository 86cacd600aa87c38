package io.tarn.scheduler.export;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The owner's grant for one export, asked for anew before it is too old. Belongs to one thread.
final class OwnersGrant {
  /// A grant lives for 60 seconds.
  private static final Duration FRESH = Duration.ofSeconds(20);

  private final Export export;
  private final ExportGrants grants;
  private final Clock clock;
  private @Nullable String grant;
  private Instant askedAt = Instant.EPOCH;

  OwnersGrant(Export export, ExportGrants grants, Clock clock) {
    this.export = export;
    this.grants = grants;
    this.clock = clock;
  }

  /// @throws io.tarn.scheduler.run.RunFault if there is none now
  String now() {
    var now = clock.instant();
    if (grant == null || askedAt.plus(FRESH).isBefore(now)) {
      grant = grants.grantFor(export.tenant(), export.owner(), export.idempotencyKey());
      askedAt = now;
    }
    return grant;
  }
}
