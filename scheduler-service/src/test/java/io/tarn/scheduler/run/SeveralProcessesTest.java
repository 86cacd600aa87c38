package io.tarn.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.schedule.Covered;
import io.tarn.scheduler.schedule.OutputPlan;
import io.tarn.scheduler.schedule.OverlapPolicy;
import io.tarn.scheduler.schedule.SchedulePlan;
import io.tarn.scheduler.schedule.SchedulePolicies;
import io.tarn.scheduler.schedule.ScheduleRows;
import io.tarn.scheduler.schedule.ScheduleService;
import io.tarn.scheduler.schedule.ScheduleSpec;
import io.tarn.scheduler.schedule.ScheduledQuery;
import io.tarn.service.gate.Actor;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several scheduler-services side by side on one PostgreSQL.
class SeveralProcessesTest {
  private static final int PROCESSES = 4;
  private static final int SCHEDULES = 20;
  private static final int HOURS = 5;
  private static final Instant START = Instant.parse("2026-05-01T00:30:00Z");

  private final MovedClock clock = new MovedClock(START);
  private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
  private final ScheduleRows scheduleRows = new ScheduleRows(json);
  private final RunRows runRows = new RunRows(json);
  private final Map<String, AtomicInteger> submissions = new ConcurrentHashMap<>();
  private final TenantId tenant = Ids.tenantId();
  private DataSource database;

  @BeforeEach
  void migrate() throws SQLException {
    database = OwnSchema.create();
  }

  @Test
  void eachRunIsMadeAndSubmittedByOneOfThem() throws Exception {
    // given
    var transactions = new Transactions(database);
    var service = new ScheduleService(transactions, scheduleRows, null, (_, ids) -> ids, clock);
    for (int n = 0; n < SCHEDULES; n++) {
      service.create(tenant, new Actor("issuer", "ann", "Ann"), plan(n), Covered.NOTHING);
    }
    clock.moveTo(START.plus(Duration.ofHours(HOURS)));

    // when
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var processes = Collections.nCopies(PROCESSES, (Callable<Void>) this::work);
      for (var process : threads.invokeAll(processes)) {
        process.get();
      }
    }

    // then
    assertThat(submissions).hasSize(SCHEDULES * HOURS);
    assertThat(submissions.values()).allMatch(count -> count.get() == 1);
    for (var schedule : service.list(tenant, "", new UUID(0, 0), 1000)) {
      var runs =
          transactions.in(
              connection ->
                  runRows.list(
                      connection,
                      tenant,
                      schedule.id(),
                      Instant.parse("2100-01-01T00:00:00Z"),
                      new UUID(-1, -1),
                      1000));
      assertThat(runs).hasSize(HOURS).allMatch(run -> run.state() == RunState.SUCCEEDED);
    }
  }

  private Void work() {
    var transactions = new Transactions(database);
    var config = new PlayedConfig();
    var log = new RunLog(transactions, scheduleRows, runRows, (_, _, _) -> {}, config, clock);
    var planner = new RunPlanner(transactions, scheduleRows, runRows, (_, _, _) -> {}, clock);
    var leases = new RunLeases(transactions, runRows, config, clock);
    var stepper =
        new RunStepper(
            log,
            (_, _, _) -> "grant",
            new Counting(),
            new RunExaminer(new Counting(), config),
            new PlayedDeliveries(new Random(1), new Crashes(new Random(1), 0)),
            config,
            clock);
    int idle = 0;
    while (idle < 5) {
      var isPlanned = planner.planOne();
      var taken = leases.take(3);
      taken.forEach(stepper::step);
      idle = isPlanned || !taken.isEmpty() ? 0 : idle + 1;
    }
    return null;
  }

  private static SchedulePlan plan(int number) {
    return new SchedulePlan(
        "schedule " + number,
        new ScheduledQuery(null, "SELECT 1", List.of(), Map.of()),
        new ScheduleSpec("0 * * * *", null, "UTC", null, null, Duration.ZERO),
        new SchedulePolicies(OverlapPolicy.ALLOW_ALL, Duration.ofDays(1), 0),
        null,
        OutputPlan.NONE);
  }

  /// Executions that end at once.
  private final class Counting implements Executions {
    @Override
    public UUID submit(
        TenantId owner, String grant, String key, ScheduledQuery query, RunWindow window) {
      submissions.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
      return UUID.randomUUID();
    }

    @Override
    public Execution await(TenantId owner, String grant, UUID id, Duration patience) {
      return new Execution(State.FINISHED, null, false, 1, 1L);
    }

    @Override
    public void read(TenantId owner, String grant, UUID id, RowVisitor visitor) {
      throw new AssertionError("no rows are needed");
    }

    @Override
    public long position(TenantId owner, String grant) {
      throw new AssertionError("there are no windows");
    }

    @Override
    public void cancel(TenantId owner, String grant, UUID id) {
      throw new AssertionError("nothing is cancelled");
    }
  }
}
