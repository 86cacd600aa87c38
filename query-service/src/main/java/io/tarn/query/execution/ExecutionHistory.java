package io.tarn.query.execution;

import io.tarn.common.tenant.TenantId;
import io.tarn.query.config.QueryConfig;
import io.tarn.query.limit.QueryLimits;
import io.tarn.service.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of executions, each change in a transaction of its own. Ends are told to others.
@ApplicationScoped
class ExecutionHistory {
  private final ExecutionRepository executions;
  private final ExecutionLeases leases;
  private final Outbox outbox;
  private final QueryConfig config;
  private final Clock clock;

  ExecutionHistory(
      ExecutionRepository executions,
      ExecutionLeases leases,
      Outbox outbox,
      QueryConfig config,
      Clock clock) {
    this.executions = executions;
    this.leases = leases;
    this.outbox = outbox;
    this.config = config;
    this.clock = clock;
  }

  /// Takes a queued execution into the history.
  ///
  /// @param hasPlace whether this process can run it now; then it begins here, in the same
  ///     transaction, unless as many of the tenant's run elsewhere already
  /// @return as it was taken, queued or running
  @Transactional
  QueryExecution accept(
      QueryExecution queued, String requestId, QueryLimits limits, boolean hasPlace) {
    var tenant = queued.key().tenant();
    executions.oneAtATime(tenant);
    var live = executions.countLive(tenant);
    if (live.all() >= limits.activeExecutions()) {
      throw new QueryException.TooManyQueries(limits);
    }
    var begins = hasPlace && live.running() < limits.concurrentExecutions();
    var accepted = begins ? queued.started(now()) : queued;
    executions.persist(ExecutionEntity.of(accepted, requestId, leases.self()));
    return accepted;
  }

  /// Begins what is queued, unless as many of the tenant's run already, in this process or another.
  ///
  /// @param now when it begins
  @Transactional
  Start start(ExecutionKey key, int atATime, Instant now) {
    executions.oneAtATime(key.tenant());
    if (executions.countLive(key.tenant()).running() >= atATime) {
      return Start.NO_ROOM;
    }
    return executions.start(key, now) ? Start.RUNS : Start.ENDED;
  }

  /// What became of an execution whose turn came; it ended if it was cancelled while it waited.
  enum Start {
    RUNS,
    ENDED,
    NO_ROOM
  }

  /// Ends what runs in this process.
  ///
  /// @param running as it began
  /// @return as it ended; empty where it has ended already, otherwise
  @Transactional
  Optional<QueryExecution> end(
      QueryExecution running, ExecutionOutcome outcome, RunStatistics statistics) {
    var ended = running.ended(now(), outcome, statistics);
    if (!executions.end(ended)) {
      return Optional.empty();
    }
    outbox.append(QueryRunEnded.TOPIC, ended.key().tenant().value(), QueryRunEnded.of(ended));
    return Optional.of(ended);
  }

  /// True if it ended by this; what runs ends a little later.
  @Transactional
  boolean cancel(ExecutionKey key) {
    var now = clock.instant();
    if (executions.cancelQueued(key, now)) {
      tell(key);
      return true;
    }
    executions.requestCancel(key, now);
    return false;
  }

  @Transactional
  Optional<QueryExecution> find(ExecutionKey key) {
    return executions.find(key).map(ExecutionEntity::toExecution);
  }

  @Transactional
  Listing newest(TenantId tenant, HistorySearch search, int limit) {
    try (var found = executions.newest(tenant, search, limit + 1)) {
      return Listing.of(found.map(ExecutionEntity::toListed).iterator(), limit);
    }
  }

  @Transactional
  List<ExecutionKey> cancelRequested() {
    return executions.cancelRequested(leases.self()).stream().map(ExecutionEntity::key).toList();
  }

  /// Ends what the process that ran it no longer holds; false if it does, or has ended it.
  @Transactional
  boolean failExpired(ExecutionKey key) {
    var failed = leases.failExpired(key, ExecutionFailure.INTERRUPTED);
    if (failed) {
      tell(key);
    }
    return failed;
  }

  /// Some executions whose results are to be deleted: those that did not finish, and those that
  /// ended too long ago. Two looks, for each has an index of its own.
  @Transactional
  List<ExecutionKey> withSuperfluousResults(int limit) {
    var then = clock.instant().minus(config.resultRetention());
    return Stream.concat(
            executions.withUnfinishedResults(limit).stream(),
            executions.withResultsEndedBefore(then, limit).stream())
        .map(ExecutionEntity::key)
        .distinct()
        .toList();
  }

  /// The results are deleted.
  @Transactional
  void forgetResults(ExecutionKey key) {
    executions.forgetResults(key);
  }

  @Transactional
  long deleteOld() {
    return executions.deleteEndedBefore(clock.instant().minus(config.retention()));
  }

  /// As exactly as the database keeps it.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void tell(ExecutionKey key) {
    @Nullable ExecutionEntity entity = executions.find(key).orElse(null);
    if (entity != null) {
      var ended = QueryRunEnded.of(entity.toListed());
      outbox.append(QueryRunEnded.TOPIC, key.tenant().value(), ended);
    }
  }
}
