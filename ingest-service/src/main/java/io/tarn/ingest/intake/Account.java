package io.tarn.ingest.intake;

import io.tarn.ingest.deadletter.DeadLetterQuota;
import io.tarn.ingest.deadletter.NewDeadLetter;
import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.upload.DigestFile;
import io.tarn.ingest.upload.FileProgress;
import io.tarn.ingest.upload.FoundAccount;
import io.tarn.ingest.upload.Kept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a file brought so far, and what is to be kept of it and is not yet. Not thread-safe.
final class Account {
  private final int maxReasons;
  private final boolean isDryRun;
  private final Supplier<DeadLetterQuota> quotas;
  private @Nullable DeadLetterQuota quota;
  private final List<IntakeResult.Reason> shown = new ArrayList<>();
  private final Map<String, Long> reasons = new HashMap<>();
  private final List<NewDeadLetter> letters = new ArrayList<>();
  private final List<DigestFile> digests = new ArrayList<>();
  private long keptBytes;
  private long sent;
  private long filtered;
  private long setAside;
  private long notKept;
  private long digestFiles;

  /// @param maxReasons how many set-aside records are told one by one
  /// @param isDryRun whether all is counted and nothing kept
  /// @param quota asked for with the first rejected record that is to be kept
  Account(int maxReasons, boolean isDryRun, Supplier<DeadLetterQuota> quota) {
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

  void setAside(NewDeadLetter letter, SourceLocation position) {
    setAside++;
    reasons.merge(letter.refusal().value(), 1L, Long::sum);
    if (shown.size() < maxReasons) {
      shown.add(new IntakeResult.Reason(position, letter.refusal(), letter.detail()));
    }
    if (!isDryRun && quota().admit(letter.original().length)) {
      letters.add(letter);
      keptBytes += letter.original().length;
    } else if (!isDryRun) {
      notKept++;
    }
  }

  void keep(DigestFile digest) {
    digestFiles++;
    if (!isDryRun) {
      digests.add(digest);
      keptBytes += digest.bytes().length;
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

  /// How many letters and digest files are not kept yet.
  int keptCount() {
    return letters.size() + digests.size();
  }

  long keptBytes() {
    return keptBytes;
  }

  /// What is not stored yet; stays so until [#stored].
  Kept pending() {
    return new Kept(letters, digests);
  }

  /// What was pending is in the database.
  void stored() {
    letters.clear();
    digests.clear();
    keptBytes = 0;
  }

  long sent() {
    return sent;
  }

  FileProgress progress(long bytes, long published, List<FoundAccount> accounts) {
    return new FileProgress(bytes, published, filtered, digestFiles, notKept, reasons, accounts);
  }

  IntakeResult result(UUID upload) {
    return new IntakeResult(
        upload, isDryRun, sent, filtered, setAside, notKept, digestFiles, shown);
  }
}
