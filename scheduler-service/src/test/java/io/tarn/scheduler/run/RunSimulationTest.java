package io.tarn.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.notification.PlayedNotifications;
import io.tarn.scheduler.schedule.Covered;
import io.tarn.scheduler.schedule.CronByMinutes;
import io.tarn.scheduler.schedule.Delivery;
import io.tarn.scheduler.schedule.Notification;
import io.tarn.scheduler.schedule.OutputPlan;
import io.tarn.scheduler.schedule.OverlapPolicy;
import io.tarn.scheduler.schedule.Schedule;
import io.tarn.scheduler.schedule.SchedulePlan;
import io.tarn.scheduler.schedule.SchedulePolicies;
import io.tarn.scheduler.schedule.ScheduleRows;
import io.tarn.scheduler.schedule.ScheduleService;
import io.tarn.scheduler.schedule.ScheduleSpec;
import io.tarn.scheduler.schedule.ScheduledQuery;
import io.tarn.scheduler.schedule.WindowPlan;
import io.tarn.service.gate.Actor;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A month of schedules on an injected clock, through the code that plans, leases and steps in
/// production, on a real PostgreSQL: with processes that are killed between any two steps, that
/// wake up late with a lease long lost, and an outage of two days. Its length stays within
/// seconds by few schedules; `-Dtarn.simulation.schedules=200` is the large one.
class RunSimulationTest {
  private static final int SCHEDULES = Integer.getInteger("tarn.simulation.schedules", 24);
  private static final long SEED = Long.getLong("tarn.simulation.seed", 21);
  private static final Instant FROM = Instant.parse("2026-03-05T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-04-07T00:00:00Z");
  private static final Instant OUTAGE = Instant.parse("2026-03-20T10:07:00Z");
  private static final Instant BACK = Instant.parse("2026-03-22T14:22:00Z");
  private static final Instant PAUSE = Instant.parse("2026-03-12T00:07:00Z");
  private static final Instant RESUME = Instant.parse("2026-03-14T00:07:00Z");
  private static final Duration TICK = Duration.ofMinutes(15);
  private static final Duration SETTLING = Duration.ofMinutes(20);
  private static final Actor OWNER = new Actor("https://identity.example", "ann", "Ann");
  private static final List<OverlapPolicy> OVERLAPS =
      List.of(OverlapPolicy.SKIP, OverlapPolicy.BUFFER_ONE, OverlapPolicy.ALLOW_ALL);
  private static final List<Optional<WindowPlan>> WINDOWS =
      List.of(
          Optional.of(new WindowPlan.EventTime(SETTLING)),
          Optional.empty(),
          Optional.of(new WindowPlan.Arrival()));
  private static final List<UUID> CHANNELS = List.of(Ids.uuid(), Ids.uuid());
  private static final Delivery CSV = new Delivery(null, "csv", Delivery.When.ALWAYS);
  private static final List<OutputPlan> OUTPUTS =
      List.of(
          OutputPlan.NONE,
          new OutputPlan(
              true,
              null,
              List.of(CSV, new Delivery(null, "ndjson", Delivery.When.CHANGED)),
              List.of(
                  new Notification(CHANNELS.getFirst(), Notification.When.ALWAYS),
                  new Notification(CHANNELS.getFirst(), Notification.When.ROWS),
                  new Notification(CHANNELS.getLast(), Notification.When.ALWAYS))));
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe");
  private static final List<String> CRONS =
      List.of(
          "30 2 * * *",
          "0 */3 * * *",
          "15 1 * * *",
          "0 8 * * 1-5",
          "10,40 2 * * *",
          "5 0 1,29 * *",
          "0 1-3 * * 0",
          "45 23 * * *");

  private final Random random = new Random(SEED);
  private final MovedClock clock = new MovedClock(FROM.plusSeconds(7 * 60));
  private final Crashes crashes = new Crashes(random, 0.02);
  private final PlayedQueryService queries = new PlayedQueryService(random, crashes);
  private final PlayedDeliveries deliveries = new PlayedDeliveries(random, crashes);
  private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
  private final PlayedNotifications notifications =
      new PlayedNotifications(json, random, crashes, clock);
  private final ScheduleRows scheduleRows = new ScheduleRows(json);
  private final RunRows runRows = new RunRows(json);
  private final List<TenantId> tenants = List.of(Ids.tenantId(), Ids.tenantId());
  private final List<Late> late = new ArrayList<>();
  private DataSource database;

  /// A step that a process of before will do late.
  private record Late(Replica process, Run run) {}

  /// A scheduler-service.
  private record Replica(RunPlanner planner, RunLeases leases, RunStepper stepper) {}

  @BeforeEach
  void migrate() throws SQLException {
    database = reusing(OwnSchema.create().getConnection());
  }

  /// One connection for all: the processes of this test are never at work at the same time.
  private static DataSource reusing(Connection connection) {
    var reused =
        Proxy.newProxyInstance(
            RunSimulationTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(connection, arguments));
    return (DataSource)
        Proxy.newProxyInstance(
            RunSimulationTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, _, _) -> reused);
  }

  @Test
  void eachDueTimeHasOneRunWhateverDies() {
    // given
    for (var tenant : tenants) {
      notifications.addChannels(new Transactions(database), tenant, CHANNELS);
    }
    var schedules = schedules();
    var service = service();
    var paused = schedules.getFirst();

    // when
    crashes.turn(true);
    for (var time = clock.instant(); time.isBefore(TO); time = time.plus(TICK)) {
      if (time.isAfter(OUTAGE) && time.isBefore(BACK)) {
        continue;
      }
      clock.moveTo(time);
      pulse();
      crashes.turn(false);
      if (time.equals(PAUSE)) {
        settle();
        service.pause(paused.tenant(), paused.id(), "for a test");
      } else if (time.equals(RESUME)) {
        service.resume(paused.tenant(), paused.id());
      }
      crashes.turn(true);
    }
    crashes.turn(false);
    settle();

    // then
    assertThat(crashes.count()).isGreaterThan(100);
    assertThat(notifications.sent().values())
        .as("some were sent again after a crash")
        .anyMatch(ids -> ids.values().stream().anyMatch(count -> count > 1));
    var submissions = 0;
    for (var schedule : schedules) {
      var runs = runsOf(schedule);
      assertEachTimeHasOneRun(schedule, runs, schedule.id().equals(paused.id()));
      assertWindowsJoin(schedule, runs);
      assertDeliveredOnce(runs);
      assertToldOnce(schedule, runs);
      assertThat(runs)
          .filteredOn(run -> run.executionId() != null)
          .allMatch(run -> run.executionId().equals(queries.byKey().get(run.idempotencyKey())));
      submissions += runs.stream().mapToInt(Run::submission).sum();
    }
    assertThat(queries.byKey()).hasSizeLessThanOrEqualTo(submissions);
  }

  private void assertEachTimeHasOneRun(Schedule schedule, List<Run> runs, boolean wasPaused) {
    var spec = schedule.plan().spec();
    var due = CronByMinutes.times(spec.cron(), spec.timeZone(), schedule.createdAt(), TO);
    var expected =
        due.stream()
            .filter(time -> time.isAfter(schedule.createdAt()) && !time.isAfter(clock.instant()))
            .filter(time -> !(wasPaused && time.isAfter(PAUSE) && !time.isAfter(RESUME)))
            .toList();
    var covered = new ArrayList<Instant>();
    for (var run : runs) {
      var until = run.missedUntil() == null ? run.dueAt().plusNanos(1) : run.missedUntil();
      expected.stream()
          .filter(time -> !time.isBefore(run.dueAt()) && time.isBefore(until))
          .forEach(covered::add);
    }
    assertThat(covered).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(runs).allMatch(run -> run.state().isEnd());
    assertThat(runs.stream().map(Run::dueAt)).isSubsetOf(expected);
  }

  private void assertWindowsJoin(Schedule schedule, List<Run> runs) {
    var next = schedule.progress().covered();
    var succeeded =
        runs.stream()
            .filter(run -> run.state() == RunState.SUCCEEDED)
            .sorted(Comparator.comparing(Run::dueAt))
            .toList();
    assertThat(succeeded).isNotEmpty();
    for (var run : succeeded) {
      assertThat(queries.windowOf(run.executionId())).isEqualTo(run.window());
      switch (run.window()) {
        case null -> assertThat(next).isEqualTo(Covered.NOTHING);
        case RunWindow.EventTime(var start, var end) -> {
          assertThat(Covered.until(start)).isEqualTo(next);
          assertThat(end).isEqualTo(run.dueAt().minus(SETTLING));
          next = run.window().covered();
        }
        case RunWindow.Arrival(var start, _) -> {
          assertThat(Covered.upTo(start)).isEqualTo(next);
          next = run.window().covered();
        }
      }
    }
  }

  private void assertDeliveredOnce(List<Run> runs) {
    for (var run : runs) {
      var ids = run.deliveries().stream().map(DeliveryState::export).toList();
      if (run.state() == RunState.SUCCEEDED) {
        assertThat(ids).doesNotContainNull();
      }
      for (int index = 0; index < ids.size(); index++) {
        assertThat(ids.get(index)).isIn(deliveries.begun().get(run.id() + "-" + index), null);
      }
    }
  }

  /// Each end of a run is told to each channel under one id, however often it was sent.
  private void assertToldOnce(Schedule schedule, List<Run> runs) {
    for (var run : runs) {
      var isTold = run.state() != RunState.SKIPPED && !run.output().notifications().isEmpty();
      for (var channel : CHANNELS) {
        var ids = notifications.sent().getOrDefault(run.id() + "-" + channel, Map.of());
        assertThat(ids).hasSize(isTold ? 1 : 0);
      }
    }
    assertThat(PlayedNotifications.isLeft(new Transactions(database), schedule)).isFalse();
  }

  private void pulse() {
    var process = process();
    try {
      while (process.planner().planOne()) {
        crashes.maybe();
      }
      for (var run : process.leases().take(Math.max(16, SCHEDULES))) {
        if (random.nextDouble() < 0.02) {
          late.add(new Late(process, run));
        } else {
          process.stepper().step(run);
        }
      }
    } catch (Crashes.Killed _) {
      // What it had leases on waits for their end.
    }
    try {
      notifications.pulse(new Transactions(crashes.around(database)));
    } catch (Crashes.Killed _) {
      // The same.
    }
    if (!late.isEmpty() && random.nextDouble() < 0.3) {
      var woken = late.remove(random.nextInt(late.size()));
      try {
        woken.process().stepper().step(woken.run());
      } catch (Crashes.Killed _) {
        // Nobody misses it.
      }
    }
  }

  /// Until nothing is left to be done.
  private void settle() {
    var process = process();
    var start = clock.instant();
    for (int minute = 0; minute < 600; minute += 6) {
      clock.moveTo(start.plus(Duration.ofMinutes(minute)));
      if (minute == 0) {
        while (process.planner().planOne()) {}
      }
      process.leases().take(1000).forEach(process.stepper()::step);
      notifications.pulse(new Transactions(database));
    }
    clock.moveTo(start);
  }

  private Replica process() {
    var transactions = new Transactions(crashes.around(database));
    var config = new PlayedConfig();
    var log = new RunLog(transactions, scheduleRows, runRows, publisher(), config, clock);
    return new Replica(
        new RunPlanner(transactions, scheduleRows, runRows, (_, _, _) -> {}, clock),
        new RunLeases(transactions, runRows, config, clock),
        new RunStepper(
            log,
            (_, _, _) -> "grant",
            queries,
            new RunExaminer(queries, config),
            deliveries,
            config,
            clock));
  }

  private RunPublisher publisher() {
    var queue = notifications.queue();
    return new RunPublisher() {
      @Override
      public void publish(Connection connection, Schedule schedule, Run run) {}

      @Override
      public void ended(Connection connection, RunEnd end) throws SQLException {
        queue.ended(connection, end);
      }
    };
  }

  private ScheduleService service() {
    return new ScheduleService(
        new Transactions(database), scheduleRows, null, (_, ids) -> ids, clock);
  }

  private List<Schedule> schedules() {
    var service = service();
    var made = new ArrayList<Schedule>();
    for (int n = 0; n < SCHEDULES; n++) {
      var window = WINDOWS.get(n % WINDOWS.size());
      var hasWindow = window.isPresent();
      var overlap = OVERLAPS.get(n % (hasWindow ? 2 : 3));
      var plan =
          new SchedulePlan(
              "schedule " + n,
              new ScheduledQuery(null, "SELECT 1", List.of(), Map.of()),
              new ScheduleSpec(
                  CRONS.get(n % CRONS.size()),
                  null,
                  ZONES.get(n % ZONES.size()),
                  null,
                  null,
                  Duration.ofSeconds(n % 5 * 60L)),
              new SchedulePolicies(overlap, Duration.ofDays(1), 0),
              window.orElse(null),
              OUTPUTS.get(n % OUTPUTS.size()));
      made.add(service.create(tenants.get(n % 2), OWNER, plan, begin(plan)));
    }
    return made;
  }

  private Covered begin(SchedulePlan plan) {
    return switch (plan.window()) {
      case WindowPlan.EventTime _ -> Covered.until(clock.instant().minus(SETTLING));
      case WindowPlan.Arrival _ -> Covered.upTo(100);
      case null -> Covered.NOTHING;
    };
  }

  private List<Run> runsOf(Schedule schedule) {
    var runs =
        new Transactions(database)
            .in(
                connection ->
                    runRows.list(
                        connection,
                        schedule.tenant(),
                        schedule.id(),
                        Instant.parse("2100-01-01T00:00:00Z"),
                        new UUID(-1, -1),
                        100_000));
    var ids = new HashSet<UUID>();
    var times = new HashMap<Instant, UUID>();
    for (var run : runs) {
      assertThat(ids.add(run.id())).isTrue();
      assertThat(times.put(run.dueAt(), run.id())).isNull();
    }
    return runs;
  }
}
