package io.tarn.ingest.intake;

import io.tarn.ingest.config.IntakeConfig;
import io.tarn.ingest.deadletter.DeadLetterQuota;
import io.tarn.ingest.deadletter.NewDeadLetter;
import io.tarn.ingest.intake.form.OtherContent;
import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.upload.DigestFile;
import io.tarn.ingest.upload.DryRunEvent;
import io.tarn.ingest.upload.FileId;
import io.tarn.ingest.upload.FileProgress;
import io.tarn.ingest.upload.UploadException;
import io.tarn.ingest.upload.UploadService;
import java.util.List;
import java.util.function.Supplier;

/// Records the progress of one file in the database, periodically and at its end. Not
/// thread-safe.
final class ProgressRecorder {
  private static final int MANY = 200;
  private static final long MANY_BYTES = 4L * 1024 * 1024;
  private static final long FLUSH_EVERY_NANOS = 1_000_000_000L;

  private final FileId file;
  private final CountingInputStream bytes;
  private final UploadService uploads;
  private final Acknowledgements acknowledgements = new Acknowledgements();
  private final FileStats account;
  private final AccountCounts accounts;
  private long flushedAt = System.nanoTime();

  /// @param quota limit of dead letters; asked for with the first rejected record
  ProgressRecorder(
      Incoming incoming,
      CountingInputStream bytes,
      UploadService uploads,
      IntakeConfig config,
      Supplier<DeadLetterQuota> quota) {
    this.file = incoming.file();
    this.bytes = bytes;
    this.uploads = uploads;
    this.account = new FileStats(config.maxReasons(), incoming.isDryRun(), quota);
    this.accounts = new AccountCounts(incoming.name());
  }

  /// A file that is being received.
  ///
  /// @param isDryRun dry run: counted, nothing stored
  record Incoming(FileId file, String name, boolean isDryRun) {}

  Acknowledgements acknowledgements() {
    return acknowledgements;
  }

  void send() {
    acknowledgements.check();
    account.send();
  }

  void filter() {
    account.filter();
  }

  void reject(NewDeadLetter letter, SourceLocation location) {
    account.reject(letter, location);
  }

  void passOver(OtherContent content) {
    account.passOver(content);
  }

  /// Compares events of a dry run, all of one store.
  void compare(Store store, List<DryRunEvent> events) {
    try {
      account.compare(uploads.compare(file.upload(), store, events));
    } catch (UploadException failure) {
      throw new IntakeException.NotAcknowledged(failure);
    }
  }

  void keep(DigestFile digest) {
    account.keep(digest);
  }

  /// Counts an event for the account whose it is.
  void count(String owner, boolean isAdmitted, boolean isPublished) {
    accounts.count(owner, isAdmitted, isPublished);
  }

  /// Flushes when much is pending, or the last flush is long ago.
  void flushIfDue() {
    if (account.pendingCount() >= MANY
        || account.pendingBytes() >= MANY_BYTES
        || System.nanoTime() - flushedAt > FLUSH_EVERY_NANOS) {
      flush();
    }
  }

  /// Stores what is pending; a failure is retried once, at the end of the file.
  void flush() {
    try {
      uploads.progress(file, progress(acknowledgements.acknowledged()), account.pending());
    } catch (UploadException failure) {
      throw new IntakeException.NotAcknowledged(failure);
    }
    account.stored();
    flushedAt = System.nanoTime();
  }

  /// Waits until Kafka has all of it, and ends the file.
  IntakeResult finish(AnswerText answer) throws InterruptedException {
    acknowledgements.await();
    var result = account.result(file.upload());
    try {
      uploads.finish(file, progress(account.sent()), account.pending(), answer.of(result));
    } catch (UploadException failure) {
      throw new IntakeException.NotAcknowledged(failure);
    }
    return result;
  }

  /// Ends the file early. What Kafka acknowledged of it stays; where that is not known to the
  /// last event, the upload waits until the writers count no more of it.
  void abort(String failure) {
    boolean isExact = acknowledgements.settle();
    try {
      uploads.abort(
          file, progress(acknowledgements.acknowledged()), account.pending(), failure, isExact);
    } catch (UploadException unavailable) {
      return; // the job gives the file up, for nobody says any more that it is alive
    }
  }

  private FileProgress progress(long published) {
    return account.progress(bytes.count(), published, accounts.found());
  }
}
