package io.tarn.scheduler.run;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.config.SchedulerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/// The pulse of this service: looks for what is due and for runs to be gone on with. What is due
/// stands in the database; it does not matter which process looks, or how often.
@ApplicationScoped
class RunTick {
  private static final int MOST_SCHEDULES = 500;

  private final RunPlanner planner;
  private final RunLeases leases;
  private final RunStepper stepper;
  private final Semaphore free;

  RunTick(RunPlanner planner, RunLeases leases, RunStepper stepper, SchedulerConfig config) {
    this.planner = planner;
    this.leases = leases;
    this.stepper = stepper;
    this.free = new Semaphore(config.concurrentRuns());
  }

  @Scheduled(
      every = "{tarn.scheduler.every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "runs")
  @RunOnVirtualThread
  void tick() {
    int planned = 0;
    while (planned < MOST_SCHEDULES && planner.planOne()) {
      planned++;
    }
    var places = free.drainPermits();
    if (places == 0) {
      return;
    }
    int taken = 0;
    try {
      for (var run : leases.take(places)) {
        Thread.ofVirtual().name("run-" + run.id()).start(() -> step(run));
        taken++;
      }
    } finally {
      free.release(places - taken);
    }
  }

  private void step(Run run) {
    try {
      stepper.step(run);
    } catch (RuntimeException failure) {
      // The lease runs out, and the step is done again.
      Log.errorf(failure, "tenant %s: run %s cannot be gone on with", run.tenant(), run.id());
    } finally {
      free.release();
    }
  }
}
