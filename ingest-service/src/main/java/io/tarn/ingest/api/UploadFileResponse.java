package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.ingest.upload.FileState;
import io.tarn.ingest.upload.UploadFile;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file of an upload, with what became of it.
///
/// @param number counted from 1; a file that broke and came again has another number
/// @param failure why it failed
/// @param deadLettersDropped how many of those rejected are counted only, and are no dead letters
/// @param digestFiles digest files of trails, stored and counted separately
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UploadFileResponse(
    int number,
    String name,
    FileState state,
    @Nullable String failure,
    Instant startedAt,
    @Nullable Instant endedAt,
    long bytes,
    long received,
    long stored,
    long duplicate,
    long conflicting,
    long filtered,
    long rejected,
    long deadLettersDropped,
    long digestFiles,
    Map<String, Long> reasons) {
  public UploadFileResponse {
    reasons = Map.copyOf(reasons);
  }

  static UploadFileResponse of(UploadFile file) {
    var totals = file.totals();
    return new UploadFileResponse(
        file.number(),
        file.name(),
        file.state(),
        file.failure(),
        file.startedAt(),
        file.endedAt(),
        totals.bytes(),
        totals.received(),
        totals.stored(),
        totals.duplicate(),
        totals.conflicting(),
        totals.filtered(),
        totals.rejected(),
        totals.deadLettersDropped(),
        totals.digestFiles(),
        totals.reasons());
  }
}
