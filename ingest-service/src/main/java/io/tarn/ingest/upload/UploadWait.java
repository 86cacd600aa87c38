package io.tarn.ingest.upload;

import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/// Waits for uploads, on the caller's own virtual thread.
@ApplicationScoped
public class UploadWait {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final UploadService uploads;

  UploadWait(UploadService uploads) {
    this.uploads = uploads;
  }

  /// The upload as it is when its totals are final, or after the longest wait.
  public Upload until(TenantId tenant, UUID id, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    var pause = FIRST_PAUSE;
    while (true) {
      var upload = uploads.find(tenant, id);
      long left = end - System.nanoTime();
      if (upload.state().isFinal() || left <= 0 || !sleeps(pause, left)) {
        return upload;
      }
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  private static boolean sleeps(Duration pause, long leftNanos) {
    try {
      Thread.sleep(Duration.ofNanos(Math.min(pause.toNanos(), leftNanos)));
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
