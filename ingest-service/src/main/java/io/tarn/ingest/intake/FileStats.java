package io.tarn.ingest.intake;

import io.tarn.ingest.deadletter.DeadLetterQuota;
import io.tarn.ingest.deadletter.NewDeadLetter;
import io.tarn.ingest.intake.form.OtherContent;
import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.upload.DigestFile;
import io.tarn.ingest.upload.DryRunCounts;
import io.tarn.ingest.upload.FileProgress;
import io.tarn.ingest.upload.FoundAccount;
import io.tarn.ingest.upload.PendingRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Counts of a file so far, and its dead letters and digest files that are not stored yet. Not
/// thread-safe.
final class FileStats {
  private final int maxReasons;
  private final boolean isDryRun;
  private final Supplier<DeadLetterQuota> quotas;
  private @Nullable DeadLetterQuota quota;
  private final List<IntakeResult.Reason> shown = new ArrayList<>();
  private final Map<String, Long> reasons = new HashMap<>();
  private final List<NewDeadLetter> letters = new ArrayList<>();
  private final List<DigestFile> digests = new ArrayList<>();
  private long pendingBytes;
  private long sent;
  private long filtered;
  private long rejected;
  private long deadLettersDropped;
  private long digestFiles;
  private final Map<String, Long> otherContent = new HashMap<>();
  private DryRunCounts compared = DryRunCounts.NONE;

  /// @param maxReasons how many rejected records the answer lists
  /// @param isDryRun dry run: counted, nothing stored
  /// @param quota asked for with the first rejected record that is to be stored
  FileStats(int maxReasons, boolean isDryRun, Supplier<DeadLetterQuota> quota) {
    this.maxReasons = maxReasons;
    this.isDryRun = isDryRun;
    this.quotas = quota;
  }

  void send() {
    sent++;
  }

  void filter() {
    filtered++;
  }

  void reject(NewDeadLetter letter, SourceLocation location) {
    rejected++;
    reasons.merge(letter.reason().value(), 1L, Long::sum);
    if (shown.size() < maxReasons) {
      shown.add(new IntakeResult.Reason(location, letter.reason(), letter.detail()));
    }
    if (!isDryRun && quota().admit(letter.original().length)) {
      letters.add(letter);
      pendingBytes += letter.original().length;
    } else if (!isDryRun) {
      deadLettersDropped++;
    }
  }

  /// Counts what is known to hold no events.
  void passOver(OtherContent content) {
    otherContent.merge(content.value(), 1L, Long::sum);
  }

  /// Counts how events of a dry run compare.
  void compare(DryRunCounts counts) {
    compared = compared.plus(counts);
  }

  void keep(DigestFile digest) {
    digestFiles++;
    if (!isDryRun) {
      digests.add(digest);
      pendingBytes += digest.bytes().length;
    }
  }

  private DeadLetterQuota quota() {
    var known = quota;
    if (known == null) {
      known = quotas.get();
      quota = known;
    }
    return known;
  }

  /// How many dead letters and digest files are not stored yet.
  int pendingCount() {
    return letters.size() + digests.size();
  }

  long pendingBytes() {
    return pendingBytes;
  }

  /// What is not stored yet; stays so until [#stored].
  PendingRecords pending() {
    return new PendingRecords(letters, digests);
  }

  /// What was pending is in the database.
  void stored() {
    letters.clear();
    digests.clear();
    pendingBytes = 0;
  }

  long sent() {
    return sent;
  }

  FileProgress progress(long bytes, long published, List<FoundAccount> accounts) {
    return new FileProgress(
        bytes,
        published,
        filtered,
        digestFiles,
        deadLettersDropped,
        reasons,
        otherContent,
        compared,
        accounts);
  }

  IntakeResult result(UUID upload) {
    return new IntakeResult(
        upload,
        isDryRun,
        sent,
        filtered,
        rejected,
        deadLettersDropped,
        digestFiles,
        otherContent,
        compared,
        shown);
  }
}
