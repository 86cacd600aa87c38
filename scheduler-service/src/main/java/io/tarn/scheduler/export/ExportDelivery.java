package io.tarn.scheduler.export;

import io.tarn.common.proof.ResultFile;
import io.tarn.common.proof.ResultStatement;
import io.tarn.scheduler.config.ExportConfig;
import io.tarn.scheduler.destination.DeliveryTarget;
import io.tarn.scheduler.destination.S3Fault;
import io.tarn.scheduler.destination.UploadStream;
import io.tarn.scheduler.export.Export.Progress;
import io.tarn.scheduler.export.format.RowFile;
import io.tarn.scheduler.export.format.UnfitValueException;
import io.tarn.scheduler.run.RunFault;
import io.tarn.scheduler.signing.ResultSigner;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// Writes the files of an export: the result files, each of which is there whole or not at all,
/// then the statement, and the sign file last. A file that is recorded is not written again.
@ApplicationScoped
public class ExportDelivery {
  /// Name of the file with what the export says of itself.
  public static final String STATEMENT_FILE = "result_statement.dsse.json";

  /// Name of the file that is written last.
  public static final String SIGN_FILE = "result_sign.json";

  private static final String JSON = "application/json";

  /// What is signed may lie some days back, not more.
  private static final Duration OLDEST_COMPLETION = Duration.ofDays(2);

  private final ExportLog log;
  private final ResultSigner signer;
  private final ExportConfig config;

  public ExportDelivery(ExportLog log, ResultSigner signer, ExportConfig config) {
    this.log = log;
    this.signer = signer;
    this.config = config;
  }

  /// What a delivery is about.
  ///
  /// @param slug the tenant's name in addresses
  /// @param folder key of the folder, with `/` at its end
  record Job(ExportedExecution execution, String slug, DeliveryTarget target, String folder) {}

  /// Writes the result files that are missing.
  ///
  /// @throws S3Fault if the bucket does not take them
  /// @throws RunFault if the rows cannot be read
  Export writeFiles(Export export, Job job, ResultRows rows, Heartbeat heartbeat) {
    var written = export;
    while (!written.progress().hasAllRows()) {
      written = writeFile(written, job, rows, heartbeat);
    }
    if (written.rows() != job.execution().outcome().rows()) {
      throw ExportFault.of(
          "result-differs",
          DeliveryStatus.FAILED,
          "The result has %d rows, of which %d could be read."
              .formatted(job.execution().outcome().rows(), written.rows()));
    }
    return written;
  }

  private Export writeFile(Export export, Job job, ResultRows rows, Heartbeat heartbeat) {
    var name = export.request().format().fileName(export.files().size() + 1);
    var upload = job.target().begin(job.folder() + name, heartbeat::beat);
    RowFile.Sum sum;
    try {
      sum = fill(export, job, rows, upload);
      heartbeat.beatNow();
      upload.complete();
    } catch (S3Fault | RunFault | ExportFault | LeaseLost | CancelRequested ended) {
      giveUp(upload);
      throw ended;
    }
    var file = new ResultFile(name, sum.bytes(), sum.rows(), sum.sha256());
    return log.fileDone(export, file, rows.hasNext() ? rows.place() : null);
  }

  private RowFile.Sum fill(Export export, Job job, ResultRows rows, UploadStream upload) {
    try {
      var file = RowFile.begin(export.request().format(), job.execution().result(), upload);
      while (file.size() < config.fileSize() && rows.hasNext()) {
        file.write(rows.next());
      }
      return file.finish();
    } catch (UnfitValueException unfit) {
      throw ExportFault.of(
          "value-unfit", DeliveryStatus.FAILED, String.valueOf(unfit.getMessage()));
    } catch (IOException failure) {
      throw new IllegalStateException("rows cannot be written", failure);
    }
  }

  private static void giveUp(UploadStream upload) {
    try {
      upload.abort();
    } catch (S3Fault _) {
      // The fault before is the one to be told; the upload is looked for at the next attempt.
    }
  }

  /// Writes the statement and the sign file.
  ///
  /// @return SHA-256 of the statement's payload
  /// @throws S3Fault if the bucket does not take them
  String sign(Export export, Job job, Heartbeat heartbeat) {
    var progress = completed(export);
    var completedAt = Objects.requireNonNull(progress.completedAt());
    var statement = signer.sign(statementOf(export, job, progress, completedAt));
    var signFile = signer.signFile(export.files(), completedAt);
    heartbeat.beatNow();
    job.target().put(job.folder() + STATEMENT_FILE, statement.file(), JSON);
    heartbeat.beatNow();
    job.target().put(job.folder() + SIGN_FILE, signFile, JSON);
    return statement.payloadSha256();
  }

  private Progress completed(Export export) {
    var completedAt = export.progress().completedAt();
    var isFresh = completedAt != null && completedAt.isAfter(log.now().minus(OLDEST_COMPLETION));
    return isFresh ? export.progress() : log.complete(export);
  }

  private ResultStatement statementOf(
      Export export, Job job, Progress progress, Instant completedAt) {
    var execution = job.execution();
    var run = export.request().run();
    return new ResultStatement(
        export.files(),
        new ResultStatement.Tenant(export.tenant().value(), job.slug()),
        new ResultStatement.Execution(
            execution.id(),
            signer.region(),
            run == null ? null : run.id(),
            run == null ? null : run.schedule(),
            execution.submittedAt(),
            completedAt),
        execution.requester(),
        execution.query(),
        execution.coverage(),
        execution.outcome(),
        progress.previousStatement());
  }
}
