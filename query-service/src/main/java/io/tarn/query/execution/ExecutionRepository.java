package io.tarn.query.execution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;

/// The rows of executions. Every change of state names the states that it may leave, so that of two
/// that come at once only one wins.
@ApplicationScoped
class ExecutionRepository implements PanacheRepositoryBase<ExecutionEntity, ExecutionEntity.Key> {
  private static final int LISTED_AT_A_TIME = 20;
  private static final String OF_KEY = "tenantId = ?1 and id = ?2";
  private static final String LIVE = "state in (QUEUED, RUNNING)";

  Optional<ExecutionEntity> find(ExecutionKey key) {
    return find(OF_KEY, key.tenant().value(), key.id()).firstResultOptional();
  }

  /// Read as they are asked for, some at a time; to be closed within the transaction.
  Stream<ExecutionEntity> newest(TenantId tenant, HistorySearch search, int limit) {
    var condition = new HistoryCondition(tenant, search);
    return find(condition.text() + " order by submittedAt desc, id desc", condition.values())
        .page(0, limit)
        .withHint(HibernateHints.HINT_FETCH_SIZE, LISTED_AT_A_TIME)
        .stream();
  }

  /// Lets nobody else count or begin executions of this tenant until the transaction ends.
  void oneAtATime(TenantId tenant) {
    getEntityManager()
        .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
        .setParameter(1, tenant.value())
        .getSingleResult();
  }

  /// How many of a tenant's executions have not ended, and how many of them run.
  record Live(long all, long running) {}

  Live countLive(TenantId tenant) {
    return getEntityManager()
        .createQuery(
            "select count(*), count(*) filter (where state = RUNNING) from ExecutionEntity"
                + " where tenantId = ?1 and "
                + LIVE,
            Live.class)
        .setParameter(1, tenant.value())
        .getSingleResult();
  }

  boolean start(ExecutionKey key, Instant now) {
    return update(
            "state = RUNNING, startedAt = ?3, resultsKept = true where state = QUEUED and "
                + OF_KEY,
            key.tenant().value(),
            key.id(),
            now)
        == 1;
  }

  /// Ends an execution; one that finished or was refused its place has run, any other may have been
  /// waiting.
  boolean end(QueryExecution ended) {
    var result = ended.result();
    var scanned = ended.statistics().scanned();
    var failure = ended.failure();
    return update(
            "state = ?3, endedAt = ?4, rowCount = ?5, resultBytes = ?6, resultSha256 = ?7,"
                + " failureProblem = ?8, failureDetail = ?9, eventsScanned = ?10,"
                + " bytesScanned = ?11, eventsMatched = ?12, firstRowAt = ?13,"
                + " snapshotPosition = ?14 where "
                + (ended.state() == ExecutionState.FINISHED ? "state = RUNNING" : LIVE)
                + " and "
                + OF_KEY,
            ended.key().tenant().value(),
            ended.key().id(),
            ended.state(),
            ended.endedAt(),
            ended.rows(),
            result == null ? 0 : result.bytes(),
            result == null ? null : result.manifestSha256(),
            failure == null ? null : failure.problem(),
            failure == null ? null : failure.detail(),
            scanned == null ? null : scanned.events(),
            scanned == null ? null : scanned.bytes(),
            ended.statistics().eventsMatched(),
            ended.statistics().firstRowAt(),
            scanned == null ? null : scanned.position())
        == 1;
  }

  /// What waits is cancelled at once.
  boolean cancelQueued(ExecutionKey key, Instant now) {
    return update(
            "state = CANCELLED, endedAt = ?3, cancelRequestedAt = ?3 where state = QUEUED and "
                + OF_KEY,
            key.tenant().value(),
            key.id(),
            now)
        == 1;
  }

  /// What runs is asked to end; its instance sees it.
  boolean requestCancel(ExecutionKey key, Instant now) {
    return update(
            "cancelRequestedAt = ?3 where state = RUNNING and cancelRequestedAt is null and "
                + OF_KEY,
            key.tenant().value(),
            key.id(),
            now)
        == 1;
  }

  /// Executions of this instance that somebody asked to end, at whatever replica.
  List<ExecutionEntity> cancelRequested(UUID instance) {
    return list("instanceId = ?1 and state = RUNNING and cancelRequestedAt is not null", instance);
  }

  /// Executions that did not finish, with something in the bucket.
  List<ExecutionEntity> withUnfinishedResults(int limit) {
    return find("resultsKept and endedAt is not null and state <> FINISHED order by endedAt")
        .page(0, limit)
        .list();
  }

  /// Executions that ended before, with something in the bucket.
  List<ExecutionEntity> withResultsEndedBefore(Instant then, int limit) {
    return find("resultsKept and endedAt < ?1 order by endedAt", then).page(0, limit).list();
  }

  void forgetResults(ExecutionKey key) {
    update("resultsKept = false where " + OF_KEY, key.tenant().value(), key.id());
  }

  /// Deletes old executions whose results are deleted already.
  long deleteEndedBefore(Instant then) {
    return delete("endedAt < ?1 and not resultsKept", then);
  }
}
