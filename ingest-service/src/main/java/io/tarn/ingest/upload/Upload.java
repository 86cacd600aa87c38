package io.tarn.ingest.upload;

import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One upload.
///
/// @param source its source, as the sender names it
/// @param store null where each event goes to the tenant's store of its kind
/// @param isDryRun dry run: parse and count, publish nothing
/// @param failure why it ends as FAILED
/// @param completedAt when the last of it was written
/// @param totals as far as they are known; exact once [UploadState#isFinal]
public record Upload(
    TenantId tenant,
    UUID id,
    String source,
    @Nullable UUID store,
    boolean isDryRun,
    UploadState state,
    @Nullable String failure,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant completedAt,
    Totals totals) {

  /// The same with other totals.
  Upload with(Totals other) {
    return new Upload(
        tenant,
        id,
        source,
        store,
        isDryRun,
        state,
        failure,
        startedAt,
        endedAt,
        completedAt,
        other);
  }
}
