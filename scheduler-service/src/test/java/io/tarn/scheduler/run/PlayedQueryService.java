package io.tarn.scheduler.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.run.RunFault.Refused;
import io.tarn.scheduler.schedule.ScheduledQuery;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A query-service that keeps its word about idempotency keys, and else has good and bad days.
final class PlayedQueryService implements Executions {
  private static final Map<String, Object> PROBLEM =
      Map.of("type", "/problems/unavailable", "title", "Unavailable");

  private final Random random;
  private final Crashes crashes;
  private final Map<String, UUID> byKey = new ConcurrentHashMap<>();
  private final Map<UUID, RunWindow> windows = new HashMap<>();
  private final Map<UUID, State> ended = new HashMap<>();
  private long position = 100;

  PlayedQueryService(Random random, Crashes crashes) {
    this.random = random;
    this.crashes = crashes;
  }

  /// The execution under each key.
  Map<String, UUID> byKey() {
    return Map.copyOf(byKey);
  }

  RunWindow windowOf(UUID execution) {
    return windows.get(execution);
  }

  @Override
  public UUID submit(
      TenantId tenant, String grant, String key, ScheduledQuery query, RunWindow window) {
    crashes.maybe();
    if (chance(0.05)) {
      throw new Passing(PROBLEM);
    }
    // What is known under its key is answered like the first time.
    if (!byKey.containsKey(key) && chance(0.01)) {
      throw new Refused(PROBLEM);
    }
    var id = byKey.computeIfAbsent(key, _ -> UUID.randomUUID());
    if (window != null) {
      var before = windows.putIfAbsent(id, window);
      if (before != null && !before.equals(window)) {
        throw new AssertionError("the same key with another window");
      }
    }
    crashes.maybe();
    return id;
  }

  @Override
  public Execution await(TenantId tenant, String grant, UUID id, Duration patience) {
    crashes.maybe();
    if (chance(0.05)) {
      throw new Passing(PROBLEM);
    }
    var state = ended.get(id);
    if (state == null) {
      state = chance(0.3) ? State.LIVE : chance(0.05) ? State.FAILED : State.FINISHED;
      if (state != State.LIVE) {
        ended.put(id, state);
      }
    }
    var isPassing = state == State.FAILED && (id.getLeastSignificantBits() & 1) == 0;
    return new Execution(state, state == State.FAILED ? PROBLEM : null, isPassing, 1, 10L);
  }

  @Override
  public void read(TenantId tenant, String grant, UUID id, RowVisitor visitor) {
    crashes.maybe();
    visitor.columns(List.of("n"));
    visitor.row(JsonNodeFactory.instance.arrayNode().add(id.hashCode() % 2));
    crashes.maybe();
  }

  @Override
  public long position(TenantId tenant, String grant) {
    crashes.maybe();
    if (chance(0.05)) {
      throw new Passing(PROBLEM);
    }
    position += random.nextInt(3);
    return position;
  }

  @Override
  public void cancel(TenantId tenant, String grant, UUID id) {
    ended.putIfAbsent(id, State.CANCELLED);
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }
}
