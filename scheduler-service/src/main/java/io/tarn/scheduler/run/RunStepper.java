package io.tarn.scheduler.run;

import io.quarkus.logging.Log;
import io.tarn.scheduler.config.SchedulerConfig;
import io.tarn.scheduler.run.Executions.Execution;
import io.tarn.scheduler.run.Run.Outcome;
import io.tarn.scheduler.run.RunFault.OwnerRefused;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.run.RunFault.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Goes on with a run, as far as it goes now: it is begun, submitted in its owner's name, looked
/// at, and delivered. Each step can be repeated by another process, and none takes longer than a
/// lease.
@ApplicationScoped
public class RunStepper {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final RunLog log;
  private final OwnerGrants grants;
  private final Executions executions;
  private final RunExaminer examiner;
  private final Deliveries deliveries;
  private final SchedulerConfig config;
  private final Clock clock;

  public RunStepper(
      RunLog log,
      OwnerGrants grants,
      Executions executions,
      RunExaminer examiner,
      Deliveries deliveries,
      SchedulerConfig config,
      Clock clock) {
    this.log = log;
    this.grants = grants;
    this.executions = executions;
    this.examiner = examiner;
    this.deliveries = deliveries;
    this.config = config;
    this.clock = clock;
  }

  /// Goes on with a run that this process has a lease on.
  public void step(Run run) {
    try {
      goOn(run);
    } catch (RunLog.LeaseLost _) {
      Log.infof("tenant %s: run %s is another process's", run.tenant(), run.id());
    }
  }

  private void goOn(Run run) {
    try {
      switch (run.state()) {
        case SCHEDULED -> begin(run);
        case RUNNING -> follow(run);
        case DELIVERING -> deliver(run);
        default -> throw new IllegalStateException("a run that has ended has no lease");
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

  private void begin(Run run) {
    var position = log.needsPosition(run) ? executions.position(run.tenant(), grantFor(run)) : null;
    var begun = log.begin(run, position);
    if (begun.isPresent()) {
      goOn(begun.get());
    }
  }

  private void follow(Run run) {
    var grant = grantFor(run);
    var execution = run.executionId();
    if (run.isCancelRequested()) {
      if (execution != null) {
        executions.cancel(run.tenant(), grant, execution);
      }
      log.cancel(run, "requested");
      return;
    }
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
      take(run, grant, execution, seen);
    }
  }

  private void take(Run run, String grant, UUID execution, Execution seen) {
    switch (seen.state()) {
      case LIVE -> log.wait(run, config.poll());
      case FINISHED -> conclude(run, grant, execution, seen);
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

  private void conclude(Run run, String grant, UUID execution, Execution seen) {
    var before =
        run.output().isCompared() ? log.digestsOfLastSuccess(run) : Optional.<byte[]>empty();
    var examined = examiner.examine(run, grant, execution, seen, before);
    var findings = examined.findings();
    var wanted =
        run.output().deliveries().stream()
            .filter(delivery -> findings.meets(delivery.when(), seen.rows()))
            .map(DeliveryState::pending)
            .toList();
    var outcome = new Outcome(null, null, seen.rows(), seen.bytes(), findings);
    goOn(log.conclude(run, outcome, examined.digests(), wanted));
  }

  private void deliver(Run run) {
    if (run.isCancelRequested()) {
      deliveries.cancel(run);
      log.cancel(run, "requested");
      return;
    }
    var states = new ArrayList<>(run.deliveries());
    for (int index = 0; index < states.size(); index++) {
      if (DeliveryState.isPending(states.get(index))) {
        states.set(index, deliveries.goOn(run, index));
        log.delivered(run, states);
      }
    }
    end(run, states);
  }

  private void end(Run run, List<DeliveryState> states) {
    if (states.stream().anyMatch(DeliveryState::isPending)) {
      if (isOverdue(run)) {
        deliveries.cancel(run);
        log.fail(run, RunState.TIMED_OUT, "run-time", null);
      } else {
        log.wait(run, config.poll());
      }
      return;
    }
    var failed = states.stream().filter(DeliveryState::hasFailed).findFirst();
    if (failed.isPresent()) {
      log.fail(run, RunState.FAILED, "delivery-failed", failed.get().problem());
    } else {
      log.succeed(run);
    }
  }

  private String grantFor(Run run) {
    return grants.grantFor(run.tenant(), run.owner(), run.idempotencyKey());
  }

  private static Map<String, Object> orNothing(@Nullable Map<String, Object> problem) {
    return Objects.requireNonNullElse(problem, Map.of());
  }

  private boolean isOverdue(Run run) {
    var started = run.startedAt();
    return started != null && started.plus(config.runTime()).isBefore(clock.instant());
  }
}
