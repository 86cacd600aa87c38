package io.tarn.ingest.intake;

import io.tarn.ingest.config.IntakeConfig;
import io.tarn.ingest.deadletter.NewDeadLetter;
import io.tarn.ingest.intake.piece.Position;
import io.tarn.ingest.upload.UploadException;
import io.tarn.ingest.upload.UploadFile;
import io.tarn.ingest.upload.UploadService;
import java.util.List;

/// Keeps the account of one file in the database, now and then and at its end. Not thread-safe.
final class FileAccount {
  private static final int MANY_LETTERS = 200;
  private static final long MANY_BYTES = 4L * 1024 * 1024;
  private static final long NOW_AND_THEN_NANOS = 1_000_000_000L;

  private final UploadFile file;
  private final ByteCount bytes;
  private final UploadService uploads;
  private final Acknowledgements acknowledgements = new Acknowledgements();
  private final Account account;
  private long keptAt = System.nanoTime();

  FileAccount(UploadFile file, ByteCount bytes, UploadService uploads, IntakeConfig config) {
    this.file = file;
    this.bytes = bytes;
    this.uploads = uploads;
    this.account = new Account(config.maxReasons());
  }

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

  void setAside(NewDeadLetter letter, Position position) {
    account.setAside(letter, position);
  }

  /// Keeps what came since the last time, if that is much or long ago.
  void keepNowAndThen() {
    if (account.letterCount() >= MANY_LETTERS
        || account.letterBytes() >= MANY_BYTES
        || System.nanoTime() - keptAt > NOW_AND_THEN_NANOS) {
      keep(account.takeLetters());
      keptAt = System.nanoTime();
    }
  }

  /// Waits until Kafka has all of it, and ends the file.
  IntakeResult finish(AnswerText answer) throws InterruptedException {
    acknowledgements.await();
    var result = account.result(file.upload());
    try {
      uploads.finish(
          file,
          account.progress(bytes.count(), account.sent()),
          account.takeLetters(),
          answer.of(result));
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
          file,
          account.progress(bytes.count(), acknowledgements.acknowledged()),
          account.takeLetters(),
          failure,
          isExact);
    } catch (UploadException unavailable) {
      return; // the job gives the file up, for nobody says any more that it is alive
    }
  }

  private void keep(List<NewDeadLetter> letters) {
    try {
      uploads.progress(
          file, account.progress(bytes.count(), acknowledgements.acknowledged()), letters);
    } catch (UploadException failure) {
      throw new IntakeException.NotAcknowledged(failure);
    }
  }
}
