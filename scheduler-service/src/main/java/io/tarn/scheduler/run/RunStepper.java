package io.tarn.scheduler.run;

import io.quarkus.logging.Log;
import io.tarn.scheduler.config.SchedulerConfig;
import io.tarn.scheduler.run.Executions.Execution;
import io.tarn.scheduler.run.RunFault.OwnerRefused;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.run.RunFault.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Goes on with a run, as far as it goes now: it is begun, submitted in its owner's name, and
/// looked at. Each step can be repeated by another process, and none takes longer than a lease.
@ApplicationScoped
public class RunStepper {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final RunLog log;
  private final OwnerGrants grants;
  private final Executions executions;
  private final SchedulerConfig config;
  private final Clock clock;

  public RunStepper(
      RunLog log, OwnerGrants grants, Executions executions, SchedulerConfig config, Clock clock) {
    this.log = log;
    this.grants = grants;
    this.executions = executions;
    this.config = config;
    this.clock = clock;
  }

  /// Goes on with a run that this process has a lease on.
  public void step(Run run) {
    try {
      var begun = run.state() == RunState.SCHEDULED ? log.begin(run).orElse(null) : run;
      if (begun != null) {
        follow(begun);
      }
    } catch (RunLog.LeaseLost _) {
      Log.infof("tenant %s: run %s is another process's", run.tenant(), run.id());
    }
  }

  private void follow(Run run) {
    try {
      var grant = grants.grantFor(run.tenant(), run.owner(), run.idempotencyKey());
      var execution = run.executionId();
      if (execution == null) {
        execution =
            executions.submit(run.tenant(), grant, run.idempotencyKey(), run.query(), run.window());
        log.submitted(run, execution);
      }
      var seen = executions.await(run.tenant(), grant, execution, PATIENCE);
      if (seen.state() == Executions.State.LIVE && isOverdue(run)) {
        executions.cancel(run.tenant(), grant, execution);
        log.fail(run, RunState.TIMED_OUT, "run-time", null);
      } else {
        take(run, seen);
      }
    } catch (OwnerRefused refused) {
      log.refuse(run, refused.reason(), refused.problem());
    } catch (Refused refused) {
      log.fail(run, RunState.FAILED, "refused", refused.problem());
    } catch (Passing fault) {
      if (isOverdue(run)) {
        log.fail(run, RunState.TIMED_OUT, "run-time", fault.problem());
      } else {
        log.retry(run, "unavailable", fault.problem(), fault.waitTime(), fault.isLost());
      }
    }
  }

  private void take(Run run, Execution seen) {
    switch (seen.state()) {
      case LIVE -> log.wait(run, config.poll());
      case FINISHED -> log.succeed(run, seen.rows(), seen.bytes());
      case CANCELLED -> log.cancel(run, "execution-cancelled");
      case TIMED_OUT -> log.fail(run, RunState.TIMED_OUT, "execution-time", seen.problem());
      case FAILED -> {
        if (seen.isPassing()) {
          log.retry(run, "interrupted", orNothing(seen.problem()), null, true);
        } else {
          log.fail(run, RunState.FAILED, "execution-failed", seen.problem());
        }
      }
    }
  }

  private static Map<String, Object> orNothing(@Nullable Map<String, Object> problem) {
    return Objects.requireNonNullElse(problem, Map.of());
  }

  private boolean isOverdue(Run run) {
    var started = run.startedAt();
    return started != null && started.plus(config.runTime()).isBefore(clock.instant());
  }
}
