package io.tarn.query.execution;

import io.tarn.common.tenant.TenantId;
import io.tarn.query.config.QueryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/// The places in which executions run. A place that becomes free goes to the tenant that has the
/// fewest among those that wait, of several to the one that was served longest ago. So one that
/// floods the queue stands before another's next statement for one place at most. Within a tenant
/// the first comes first.
@ApplicationScoped
class ExecutionSlots {
  private static final Comparator<Line> NEXT =
      Comparator.<Line>comparingInt(line -> line.running)
          .thenComparingLong(line -> line.lastServed);

  private final int places;
  private final Map<TenantId, Line> lines = new LinkedHashMap<>();
  private int taken;
  private long served;

  @Inject
  ExecutionSlots(QueryConfig config) {
    this(config.concurrentExecutions());
  }

  ExecutionSlots(int places) {
    this.places = places;
  }

  /// Waits for a turn, tries the work in it, and gives the place to the next.
  ///
  /// @param atATime how many of this tenant may run
  /// @return what the work answers
  boolean inTurn(TenantId tenant, int atATime, BooleanSupplier work) throws InterruptedException {
    var turn = queue(tenant, atATime);
    try {
      turn.await();
      return work.getAsBoolean();
    } finally {
      leave(tenant, turn);
    }
  }

  /// Takes a place at once, where one is free; to be given back by [#leave]. Then nobody waits who
  /// could have it: places that become free are given away at once.
  ///
  /// @param atATime how many of this tenant may run
  synchronized boolean enterNow(TenantId tenant, int atATime) {
    var line = lines.computeIfAbsent(tenant, _ -> new Line());
    line.atATime = atATime;
    if (taken == places || !line.waiting.isEmpty() || line.running >= atATime) {
      return false;
    }
    give(line);
    return true;
  }

  /// Gives back the place that [#enterNow] gave.
  synchronized void leave(TenantId tenant) {
    Objects.requireNonNull(lines.get(tenant), "a tenant that has entered").running--;
    taken--;
    serve();
  }

  /// How many wait for a place.
  synchronized int waiting() {
    return lines.values().stream().mapToInt(line -> line.waiting.size()).sum();
  }

  private synchronized CountDownLatch queue(TenantId tenant, int atATime) {
    var turn = new CountDownLatch(1);
    var line = lines.computeIfAbsent(tenant, _ -> new Line());
    line.atATime = atATime;
    line.waiting.add(turn);
    serve();
    return turn;
  }

  private synchronized void leave(TenantId tenant, CountDownLatch turn) {
    var line = lines.get(tenant);
    if (line != null && !line.waiting.remove(turn)) {
      line.running--;
      taken--;
    }
    serve();
  }

  private void serve() {
    for (var next = next(); next.isPresent(); next = next()) {
      var line = next.get();
      give(line);
      line.waiting.remove().countDown();
    }
  }

  private void give(Line line) {
    line.lastServed = ++served;
    line.running++;
    taken++;
  }

  private Optional<Line> next() {
    return taken == places
        ? Optional.empty()
        : lines.values().stream().filter(Line::mayRunMore).min(NEXT);
  }

  /// What one tenant has waiting and running. It stays when it is empty, so that a tenant cannot
  /// come before others each time anew.
  private static final class Line {
    private final Deque<CountDownLatch> waiting = new ArrayDeque<>();
    private int running;
    private int atATime;
    private long lastServed;

    boolean mayRunMore() {
      return !waiting.isEmpty() && running < atATime;
    }
  }
}
