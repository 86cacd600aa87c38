package io.tarn.query.execution;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.query.config.QueryConfig;
import io.tarn.query.execution.RunningExecution.Stop;
import io.tarn.query.limit.KeptLimits;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Role;
import io.tarn.sql.Translation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Starts, shows and ends executions of a tenant's statements.
@ApplicationScoped
public class QueryService {
  private static final Duration POLL = Duration.ofMillis(500);

  private final TenantTranslator translator;
  private final ExecutionHistory history;
  private final ExecutionRunner runner;
  private final KeptLimits limits;
  private final QueryConfig config;
  private final Clock clock;

  QueryService(
      TenantTranslator translator,
      ExecutionHistory history,
      ExecutionRunner runner,
      KeptLimits limits,
      QueryConfig config,
      Clock clock) {
    this.translator = translator;
    this.history = history;
    this.runner = runner;
    this.limits = limits;
    this.config = config;
    this.clock = clock;
  }

  /// Translates the statement and lets it run.
  ///
  /// @throws io.tarn.sql.parameter.ParameterException for values that its parameters do not take
  public QueryExecution submit(
      TenantId tenant, Actor actor, Role role, String requestId, QueryText text) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var allowed = limits.of(tenant);
    var executable = translator.translateToRun(tenant, text, now);
    var execution =
        queued(new ExecutionKey(tenant, Ids.uuid()), text, actor, role, now, executable);
    return runner.submit(execution, requestId, executable, allowed);
  }

  /// One that the viewer may not see is as unknown as one that there is not.
  public QueryExecution find(TenantId tenant, Viewer viewer, UUID id) {
    return history
        .find(new ExecutionKey(tenant, id))
        .filter(viewer::sees)
        .orElseThrow(QueryException.NotFound::new);
  }

  /// What of the history is looked for, the newest first: at most `limit`, and fewer where
  /// statements are long.
  public Listing newest(TenantId tenant, HistorySearch search, int limit) {
    return history.newest(tenant, search, limit);
  }

  /// The same as [#find], but waits for the end, if it is not too far.
  public QueryExecution await(TenantId tenant, Viewer viewer, UUID id, Duration patience)
      throws InterruptedException {
    var longest = config.longestWait();
    var until = System.nanoTime() + min(patience, longest).toNanos();
    var here = endedHere(new ExecutionKey(tenant, id), viewer, min(patience, longest));
    if (here.isPresent()) {
      return here.get();
    }
    var execution = find(tenant, viewer, id);
    while (!execution.state().isEnd() && System.nanoTime() < until) {
      var left = Duration.ofNanos(until - System.nanoTime());
      awaitChange(execution.key(), left);
      execution = find(tenant, viewer, id);
    }
    return execution;
  }

  /// Asks the execution to end. One that has ended stays as it is.
  public QueryExecution cancel(TenantId tenant, Viewer viewer, UUID id) {
    var key = find(tenant, viewer, id).key();
    if (!history.cancel(key)) {
      runner.running(key).ifPresent(execution -> execution.stop(Stop.CANCELLED));
    }
    return find(tenant, viewer, id);
  }

  /// Waits for the end of what runs in this process; it is told without asking the database, once
  /// it is on record.
  private Optional<QueryExecution> endedHere(ExecutionKey key, Viewer viewer, Duration patience)
      throws InterruptedException {
    var here = runner.running(key).filter(running -> viewer.sees(running.execution()));
    if (here.isEmpty() || !here.get().awaitEnd(patience) || !here.get().isRecorded()) {
      return Optional.empty();
    }
    return Optional.of(here.get().execution());
  }

  private void awaitChange(ExecutionKey key, Duration left) throws InterruptedException {
    var here = runner.running(key);
    if (here.isPresent()) {
      here.get().awaitEnd(left);
    } else {
      Thread.sleep(min(POLL, left));
    }
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static QueryExecution queued(
      ExecutionKey key,
      QueryText text,
      Actor actor,
      Role role,
      Instant now,
      Translation executable) {
    return new QueryExecution(
        key,
        text,
        ExecutionState.QUEUED,
        actor,
        role,
        now,
        null,
        null,
        ResultColumn.of(executable),
        executable.stores().stream().map(StatedStore::of).toList(),
        executable.timeRange(),
        0,
        null,
        RunStatistics.NONE,
        null);
  }
}
