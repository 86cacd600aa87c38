package io.tarn.scheduler.run;

import io.tarn.common.id.Ids;
import io.tarn.scheduler.config.SchedulerConfig;
import io.tarn.scheduler.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// Leases on runs that are to be gone on with. A lease is for one step; a process that dies loses
/// it when its time is over. Clocks of processes may differ: a lease that is taken too early only
/// repeats a step, for the fencing token lets nobody but the last holder write.
@ApplicationScoped
public class RunLeases {
  private final UUID self = Ids.uuid();
  private final Transactions transactions;
  private final RunRows runs;
  private final SchedulerConfig config;
  private final Clock clock;

  public RunLeases(Transactions transactions, RunRows runs, SchedulerConfig config, Clock clock) {
    this.transactions = transactions;
    this.runs = runs;
    this.config = config;
    this.clock = clock;
  }

  /// Runs that this process now has for itself, those first that have waited longest.
  public List<Run> take(int most) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return transactions.in(
        connection -> runs.claim(connection, self, now, now.plus(config.lease()), most));
  }
}
