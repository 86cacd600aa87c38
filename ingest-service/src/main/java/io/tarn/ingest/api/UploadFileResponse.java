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
/// @param name what the sender calls it
/// @param state whether it is on its way into Kafka, is there as a whole, or broke
/// @param failure why it failed; absent where it did not
/// @param startedAt when it began
/// @param endedAt when it ended; absent as long as it comes
/// @param bytes bytes of the files as they were sent
/// @param received events and other records that were received
/// @param stored events that were stored
/// @param duplicate events that the store held already, with the same content
/// @param conflicting events whose id and time the store held already, with other content
/// @param filtered events that the store's selectors leave out
/// @param rejected records that were rejected; they are dead letters
/// @param deadLettersDropped how many of the rejected are counted only, and are no dead letters
/// @param digestFiles digest files of trails; they are stored and counted apart
/// @param repeated in a dry run, how many of the duplicates repeat within its files; else 0
/// @param otherContent what is known to hold no events, such as notices and signatures, by kind
/// @param reasons how many records were rejected for each reason
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
    long repeated,
    Map<String, Long> otherContent,
    Map<String, Long> reasons) {
  public UploadFileResponse {
    otherContent = Map.copyOf(otherContent);
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
        totals.repeated(),
        totals.otherContent(),
        totals.reasons());
  }
}
