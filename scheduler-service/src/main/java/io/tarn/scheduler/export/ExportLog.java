package io.tarn.scheduler.export;

import io.tarn.common.proof.ResultFile;
import io.tarn.scheduler.config.ExportConfig;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.export.Export.Folder;
import io.tarn.scheduler.export.Export.Outcome;
import io.tarn.scheduler.export.Export.Progress;
import io.tarn.scheduler.export.Export.ResultPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records what becomes of exports. Every method throws [LeaseLost] where this process has the
/// export no more.
@ApplicationScoped
public class ExportLog {
  private final Transactions transactions;
  private final ExportRows rows;
  private final ExportConfig config;
  private final Clock clock;

  public ExportLog(Transactions transactions, ExportRows rows, ExportConfig config, Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.config = config;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  Heartbeat heartbeat(Export export) {
    return new Heartbeat(export, this, config, clock);
  }

  OwnersGrant grant(Export export, ExportGrants grants) {
    return new OwnersGrant(export, grants, clock);
  }

  /// The export as its row is now.
  Export reload(Export export) {
    return transactions
        .in(connection -> rows.find(connection, export.tenant(), export.id()))
        .filter(found -> found.fencingToken() == export.fencingToken())
        .orElseThrow(LeaseLost::new);
  }

  /// Keeps the lease.
  ///
  /// @throws CancelRequested if the export is to end
  void renew(Export export) {
    var until = now().plus(config.lease());
    var isCancelled =
        transactions
            .in(connection -> rows.renew(connection, export, until))
            .orElseThrow(LeaseLost::new);
    if (isCancelled) {
      throw new CancelRequested();
    }
  }

  void begin(Export export, ExportState state) {
    var now = now();
    held(transactions.in(connection -> rows.begin(connection, export, state, now)));
  }

  void submitted(Export export, UUID execution) {
    held(transactions.in(connection -> rows.submitted(connection, export, execution)));
  }

  /// @param base key of the folder without `/` at its end
  Folder takeFolder(Export export, String bucket, String base) {
    return transactions
        .in(connection -> rows.takeFolder(connection, export, bucket, base))
        .orElseThrow(LeaseLost::new);
  }

  /// Records a file that is whole in S3. The export is then as in the answer.
  ///
  /// @param next where the next file begins; null where this one has the last row
  Export fileDone(Export export, ResultFile file, @Nullable ResultPlace next) {
    var progress = new Progress(next == null ? ResultPlace.BEGIN : next, next == null, null, null);
    var until = now().plus(config.lease());
    transactions.run(connection -> held(rows.fileDone(connection, export, file, progress, until)));
    return With.file(export, file, progress);
  }

  /// Notes when all files were there, and which statement of the schedule came before.
  Progress complete(Export export) {
    var now = now();
    var run = export.request().run();
    return transactions.in(
        connection -> {
          var previous =
              run == null
                  ? null
                  : rows.previousStatement(connection, export.tenant(), run.schedule());
          var progress = new Progress(export.progress().next(), true, now, previous);
          held(rows.complete(connection, export, progress));
          return progress;
        });
  }

  void release(Export export) {
    var next = now().plus(config.poll());
    held(transactions.in(connection -> rows.release(connection, export, next)));
  }

  /// Lets the export wait for its next attempt.
  ///
  /// @param wait what the other side asks for; null if it does not say
  /// @param isNewSubmission whether another execution is needed
  /// @return false where that was one attempt too many: then nothing has changed
  boolean retry(
      Export export,
      String reason,
      Map<String, Object> problem,
      @Nullable Duration wait,
      boolean isNewSubmission) {
    if (export.attempts() >= config.retries()
        || (isNewSubmission && export.submission() > config.retries())) {
      return false;
    }
    var next = now().plus(wait == null ? backOff(export.attempts()) : wait);
    held(
        transactions.in(
            connection -> rows.retry(connection, export, next, isNewSubmission, reason, problem)));
    return true;
  }

  private Duration backOff(int attempts) {
    var wait = config.backOff().multipliedBy(1L << Math.min(attempts, 20));
    return wait.compareTo(config.longestBackOff()) < 0 ? wait : config.longestBackOff();
  }

  void succeed(Export export, String statementSha256) {
    var outcome = new Outcome(DeliveryStatus.SUCCESS, null, null);
    finish(export, ExportState.SUCCEEDED, outcome, statementSha256, true);
  }

  /// @param keepsFolder whether the folder has files that stay
  void fail(Export export, ExportFault fault, boolean keepsFolder) {
    var outcome = new Outcome(fault.delivery(), fault.reason(), fault.problem());
    finish(export, ExportState.FAILED, outcome, null, keepsFolder);
  }

  /// @param keepsFolder whether the folder has files that stay
  void cancelled(Export export, boolean keepsFolder) {
    var outcome = new Outcome(DeliveryStatus.CANCELLED, "requested", null);
    finish(export, ExportState.CANCELLED, outcome, null, keepsFolder);
  }

  private void finish(
      Export export,
      ExportState state,
      Outcome outcome,
      @Nullable String statementSha256,
      boolean keepsFolder) {
    var now = now();
    held(
        transactions.in(
            connection ->
                rows.finish(
                    connection, export, state, outcome, statementSha256, keepsFolder, now)));
  }

  private static void held(boolean isHeld) {
    if (!isHeld) {
      throw new LeaseLost();
    }
  }
}
