package io.tarn.scheduler.run;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.config.SchedulerConfig;
import io.tarn.scheduler.data.LeasedWork;
import jakarta.enterprise.context.ApplicationScoped;

/// The pulse of this service: looks for what is due and for runs to be gone on with. What is due
/// stands in the database; it does not matter which process looks, or how often.
@ApplicationScoped
class RunTick {
  private static final int MOST_SCHEDULES = 500;

  private final RunPlanner planner;
  private final LeasedWork<Run> runs;

  RunTick(RunPlanner planner, RunLeases leases, RunStepper stepper, SchedulerConfig config) {
    this.planner = planner;
    this.runs =
        new LeasedWork<>(
            config.concurrentRuns(),
            leases::take,
            stepper::step,
            run -> "run %s of tenant %s".formatted(run.id(), run.tenant()));
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
    runs.takeOn();
  }
}
