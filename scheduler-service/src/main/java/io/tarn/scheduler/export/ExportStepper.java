package io.tarn.scheduler.export;

import io.quarkus.logging.Log;
import io.tarn.scheduler.destination.S3Fault;
import io.tarn.scheduler.run.Executions;
import io.tarn.scheduler.run.Executions.Execution;
import io.tarn.scheduler.run.RunFault.OwnerRefused;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.run.RunFault.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/// Goes on with an export, as far as it goes now: its statement is run, where it has one, and
/// waited for; then its files are written. Each step can be repeated by another process.
@ApplicationScoped
public class ExportStepper {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ExportLog log;
  private final ExportGrants grants;
  private final Executions executions;
  private final ExportWork work;
  private final ExportCleaning cleaning;

  public ExportStepper(
      ExportLog log,
      ExportGrants grants,
      Executions executions,
      ExportWork work,
      ExportCleaning cleaning) {
    this.log = log;
    this.grants = grants;
    this.executions = executions;
    this.work = work;
    this.cleaning = cleaning;
  }

  /// Goes on with an export that this process has a lease on.
  public void step(Export export) {
    try {
      follow(export);
    } catch (LeaseLost _) {
      Log.infof("tenant %s: export %s is another process's", export.tenant(), export.id());
    }
  }

  private void follow(Export export) {
    try {
      if (export.isCancelled()) {
        throw new CancelRequested();
      }
      advance(export);
    } catch (CancelRequested _) {
      cancel(log.reload(export));
    } catch (ExportFault fault) {
      fail(log.reload(export), fault);
    } catch (OwnerRefused refused) {
      fail(export, new ExportFault(refused.reason(), DeliveryStatus.FAILED, refused.problem()));
    } catch (Refused refused) {
      var fault = new ExportFault("refused", DeliveryStatus.FAILED, refused.problem());
      fail(log.reload(export), fault);
    } catch (Passing fault) {
      retry(log.reload(export), fault);
    }
  }

  private void cancel(Export export) {
    log.cancelled(export, !cleaning.clean(export));
  }

  private void retry(Export export, Passing fault) {
    var isNew = fault.isLost() && export.executionId() == null;
    if (!log.retry(export, "unavailable", fault.problem(), fault.waitTime(), isNew)) {
      fail(export, new ExportFault("unavailable", DeliveryStatus.FAILED, fault.problem()));
    }
  }

  private void advance(Export export) {
    var grant = log.grant(export, grants);
    var known = export.executionId() == null ? submit(export, grant) : export;
    var execution = Objects.requireNonNull(known.executionId());
    var seen = executions.await(known.tenant(), grant.now(), execution, PATIENCE);
    switch (seen.state()) {
      case LIVE -> log.release(known);
      case FINISHED -> deliver(known, execution, grant);
      case FAILED -> failed(known, seen);
      case CANCELLED -> throw ended("execution-cancelled", "The execution was cancelled.");
      case TIMED_OUT -> throw ended("execution-timed-out", "The execution took too long.");
    }
  }

  private Export submit(Export export, OwnersGrant grant) {
    var query = Objects.requireNonNull(export.request().query());
    log.begin(export, ExportState.RUNNING);
    var execution =
        executions.submit(export.tenant(), grant.now(), export.idempotencyKey(), query, null);
    log.submitted(export, execution);
    return With.execution(export, execution);
  }

  private static ExportFault ended(String reason, String detail) {
    return ExportFault.of(reason, DeliveryStatus.FAILED, detail);
  }

  /// Only what the export has submitted itself can be run again.
  private void failed(Export export, Execution seen) {
    var problem =
        seen.problem() == null
            ? ExportFault.problem("execution-failed", "The execution has failed.")
            : seen.problem();
    var isRetried =
        seen.isPassing()
            && export.request().query() != null
            && log.retry(export, "execution-failed", problem, null, true);
    if (!isRetried) {
      throw new ExportFault("execution-failed", DeliveryStatus.FAILED, problem);
    }
  }

  private void deliver(Export export, UUID execution, OwnersGrant grant) {
    log.begin(export, ExportState.DELIVERING);
    try {
      log.succeed(export, work.deliver(export, execution, grant));
    } catch (S3Fault.Passing fault) {
      var problem = ExportFault.problem("delivery-failed", String.valueOf(fault.getMessage()));
      if (!log.retry(log.reload(export), "delivery-failed", problem, null, false)) {
        throw new ExportFault("delivery-failed", DeliveryStatus.FAILED, problem);
      }
    }
  }

  private void fail(Export export, ExportFault fault) {
    var keepsFolder = fault.keepsFiles() || !cleaning.clean(export);
    log.fail(export, fault, keepsFolder);
  }
}
