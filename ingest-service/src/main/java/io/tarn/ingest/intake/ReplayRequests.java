package io.tarn.ingest.intake;

import io.tarn.ingest.deadletter.DeadLetter;
import io.tarn.ingest.storage.TenantSettings;
import io.tarn.ingest.upload.FileId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Requests for the dead letters of a replay: the tenant's accounts are looked up once, and each
/// store once. Not thread-safe.
final class ReplayRequests {
  private final FileId file;
  private final Destinations destinations;
  private final Instant now;
  private final TenantSettings settings;
  private final Map<UUID, Admission> admissions;
  private final Map<@Nullable String, Destination> targets = new HashMap<>();

  ReplayRequests(FileId file, Destinations destinations, Instant now) {
    this.file = file;
    this.destinations = destinations;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
    this.settings = destinations.settings(file.tenant());
    this.admissions = Destinations.admissions(settings, now);
  }

  FileRequest of(DeadLetter letter) {
    return new FileRequest(
        file,
        letter.source(),
        letter.file() == null ? ReplayService.SOURCE : letter.file(),
        targets.computeIfAbsent(
            letter.store(), store -> destinations.again(file.tenant(), settings, store)),
        admissions,
        settings.accounts(),
        now);
  }
}
