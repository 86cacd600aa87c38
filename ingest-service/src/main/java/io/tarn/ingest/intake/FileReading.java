package io.tarn.ingest.intake;

import io.tarn.ingest.config.IntakeConfig;
import io.tarn.ingest.intake.form.EventFile;
import io.tarn.ingest.intake.form.FileLimits;
import io.tarn.ingest.upload.UploadService;
import java.io.IOException;

/// Reads one file to its end, and gives account of it, whatever happens. Not thread-safe.
final class FileReading {
  private final ByteCount bytes;
  private final FileIntake intake;
  private final FileLimits limits;

  FileReading(
      FileOrder order,
      ByteCount bytes,
      EventPublisher publisher,
      UploadService uploads,
      IntakeConfig config) {
    this.bytes = bytes;
    this.intake = new FileIntake(order, bytes, publisher, uploads, config);
    this.limits = FileLimits.of(config);
  }

  IntakeResult run(AnswerText answer) {
    boolean isFinished = false;
    try {
      new EventFile(limits).read(bytes, intake::take);
      var result = intake.account().finish(answer);
      isFinished = true;
      return result;
    } catch (IOException failure) {
      throw new IntakeException.Aborted(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IntakeException.Aborted(interrupted);
    } finally {
      if (!isFinished) {
        intake.account().abort("it ended early");
      }
    }
  }
}
