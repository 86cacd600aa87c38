package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.ingest.upload.Upload;
import io.tarn.ingest.upload.UploadState;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An upload. Once it is completed, failed or withdrawn,
/// `received = stored + duplicate + conflicting + filtered + setAside`.
///
/// @param store absent where each event goes to the tenant's store of its kind
/// @param failure why it failed
/// @param bytes as they were sent
/// @param reasons how many records were set aside for each reason
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UploadResponse(
    UUID id,
    String source,
    @Nullable UUID store,
    UploadState state,
    @Nullable String failure,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant completedAt,
    long bytes,
    long received,
    long stored,
    long duplicate,
    long conflicting,
    long filtered,
    long setAside,
    Map<String, Long> reasons) {
  public UploadResponse {
    reasons = Map.copyOf(reasons);
  }

  static UploadResponse of(Upload upload) {
    var sums = upload.sums();
    return new UploadResponse(
        upload.id(),
        upload.source(),
        upload.store(),
        upload.state(),
        upload.failure(),
        upload.startedAt(),
        upload.endedAt(),
        upload.completedAt(),
        sums.bytes(),
        sums.received(),
        sums.stored(),
        sums.duplicate(),
        sums.conflicting(),
        sums.filtered(),
        sums.setAside(),
        sums.reasons());
  }
}
