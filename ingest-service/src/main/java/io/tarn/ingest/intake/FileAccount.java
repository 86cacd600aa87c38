package io.tarn.ingest.intake;

import io.tarn.ingest.config.IntakeConfig;
import io.tarn.ingest.deadletter.DeadLetterQuota;
import io.tarn.ingest.deadletter.NewDeadLetter;
import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.upload.DigestFile;
import io.tarn.ingest.upload.FileProgress;
import io.tarn.ingest.upload.UploadException;
import io.tarn.ingest.upload.UploadFile;
import io.tarn.ingest.upload.UploadService;
import java.util.function.Supplier;

/// Keeps the account of one file in the database, now and then and at its end. Not thread-safe.
final class FileAccount {
  private static final int MANY = 200;
  private static final long MANY_BYTES = 4L * 1024 * 1024;
  private static final long NOW_AND_THEN_NANOS = 1_000_000_000L;

  private final UploadFile file;
  private final ByteCount bytes;
  private final UploadService uploads;
  private final Acknowledgements acknowledgements = new Acknowledgements();
  private final Account account;
  private final AccountTally accounts;
  private long keptAt = System.nanoTime();

  /// @param quota how many rejected records may be kept; asked for with the first one
  FileAccount(
      Incoming incoming,
      ByteCount bytes,
      UploadService uploads,
      IntakeConfig config,
      Supplier<DeadLetterQuota> quota) {
    this.file = incoming.file();
    this.bytes = bytes;
    this.uploads = uploads;
    this.account = new Account(config.maxReasons(), incoming.isDryRun(), quota);
    this.accounts = new AccountTally(incoming.name());
  }

  /// A file that comes in.
  ///
  /// @param isDryRun whether all is counted and nothing kept
  record Incoming(UploadFile file, String name, boolean isDryRun) {}

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

  void setAside(NewDeadLetter letter, SourceLocation position) {
    account.setAside(letter, position);
  }

  void keep(DigestFile digest) {
    account.keep(digest);
  }

  /// Counts an event for the account whose it is.
  void count(String owner, boolean isAdmitted, boolean isTaken) {
    accounts.count(owner, isAdmitted, isTaken);
  }

  /// Keeps what came since the last time, if that is much or long ago.
  void keepNowAndThen() {
    if (account.keptCount() >= MANY
        || account.keptBytes() >= MANY_BYTES
        || System.nanoTime() - keptAt > NOW_AND_THEN_NANOS) {
      keepNow();
    }
  }

  /// Stores what came since the last time; where that fails it is tried once more at the end.
  void keepNow() {
    try {
      uploads.progress(file, progress(acknowledgements.acknowledged()), account.pending());
    } catch (UploadException failure) {
      throw new IntakeException.NotAcknowledged(failure);
    }
    account.stored();
    keptAt = System.nanoTime();
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

  /// Ends the file early. What Kafka acknowledged of it stays; where that is not known to the last
  /// event, it is found out later.
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
