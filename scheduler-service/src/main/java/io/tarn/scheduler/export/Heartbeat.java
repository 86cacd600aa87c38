package io.tarn.scheduler.export;

import io.tarn.scheduler.config.ExportConfig;
import java.time.Clock;
import java.time.Instant;

/// Keeps the lease on an export while it is being worked on. Belongs to one thread.
final class Heartbeat {
  private static final int BEATS = 4;

  private final Export export;
  private final ExportLog log;
  private final ExportConfig config;
  private final Clock clock;
  private Instant last;

  Heartbeat(Export export, ExportLog log, ExportConfig config, Clock clock) {
    this.export = export;
    this.log = log;
    this.config = config;
    this.clock = clock;
    this.last = clock.instant();
  }

  /// Keeps the lease where a part of it has passed.
  ///
  /// @throws LeaseLost if another process has the export
  /// @throws CancelRequested if the export is to end
  void beat() {
    var now = clock.instant();
    if (!now.isBefore(last.plus(config.lease().dividedBy(BEATS)))) {
      beatNow();
    }
  }

  /// The same, whatever time has passed: before a step that cannot be taken back.
  void beatNow() {
    log.renew(export);
    last = clock.instant();
  }
}
