package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.ingest.upload.Upload;
import io.tarn.ingest.upload.UploadState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An upload. Once it is completed, failed or purged,
/// `received = stored + duplicate + conflicting + filtered + rejected`.
///
/// @param id the id of the upload
/// @param source where its files come from, in the sender's words
/// @param store the id of the event data store; absent where each event goes to the tenant's
///     store of its kind
/// @param dryRun whether it only says what would become of its files: then nothing is stored
/// @param state where it is on its way
/// @param failure why it failed; absent where it did not
/// @param startedAt when it was opened
/// @param endedAt when the last of its files ended; absent before
/// @param completedAt when the last of it was written; absent before
/// @param bytes bytes of the files as they were sent
/// @param received events and other records that were received
/// @param admitted in a dry run, how many events would be stored
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
/// @param accounts the accounts whose events it contains, once its totals are final; not in
///     listings
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UploadResponse(
    UUID id,
    String source,
    @Nullable UUID store,
    boolean dryRun,
    UploadState state,
    @Nullable String failure,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant completedAt,
    long bytes,
    long received,
    @Nullable Long admitted,
    long stored,
    long duplicate,
    long conflicting,
    long filtered,
    long rejected,
    long deadLettersDropped,
    long digestFiles,
    long repeated,
    Map<String, Long> otherContent,
    Map<String, Long> reasons,
    @Nullable List<AccountResponse> accounts) {
  public UploadResponse {
    otherContent = Map.copyOf(otherContent);
    reasons = Map.copyOf(reasons);
    accounts = accounts == null ? null : List.copyOf(accounts);
  }

  static UploadResponse of(Upload upload) {
    var totals = upload.totals();
    return new UploadResponse(
        upload.id(),
        upload.source(),
        upload.store(),
        upload.isDryRun(),
        upload.state(),
        upload.failure(),
        upload.startedAt(),
        upload.endedAt(),
        upload.completedAt(),
        totals.bytes(),
        totals.received(),
        upload.isDryRun() ? totals.admitted() : null,
        totals.stored(),
        totals.duplicate(),
        totals.conflicting(),
        totals.filtered(),
        totals.rejected(),
        totals.deadLettersDropped(),
        totals.digestFiles(),
        totals.repeated(),
        totals.otherContent(),
        totals.reasons(),
        null);
  }

  UploadResponse with(List<AccountResponse> found) {
    return new UploadResponse(
        id,
        source,
        store,
        dryRun,
        state,
        failure,
        startedAt,
        endedAt,
        completedAt,
        bytes,
        received,
        admitted,
        stored,
        duplicate,
        conflicting,
        filtered,
        rejected,
        deadLettersDropped,
        digestFiles,
        repeated,
        otherContent,
        reasons,
        found);
  }
}
