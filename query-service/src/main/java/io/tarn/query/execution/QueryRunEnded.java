package io.tarn.query.execution;

import io.tarn.service.gate.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What `tarn.query-runs.v1` says of each execution at its end. Fields are only added.
record QueryRunEnded(
    UUID id,
    String tenant,
    String state,
    Actor actor,
    String statement,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long rows,
    @Nullable Long eventsScanned,
    @Nullable Long bytesScanned,
    @Nullable Long eventsMatched,
    @Nullable String problem,
    @Nullable UUID queryId,
    @Nullable Integer queryVersion) {
  static final String TOPIC = "tarn.query-runs.v1";

  static QueryRunEnded of(QueryExecution execution) {
    var failure = execution.failure();
    var kept = execution.text().keptAs();
    var scanned = execution.statistics().scanned();
    return new QueryRunEnded(
        execution.key().id(),
        execution.key().tenant().value(),
        execution.state().name(),
        execution.actor(),
        execution.statement(),
        execution.submittedAt(),
        execution.startedAt(),
        execution.endedAt(),
        execution.rows(),
        scanned == null ? null : scanned.events(),
        scanned == null ? null : scanned.bytes(),
        execution.statistics().eventsMatched(),
        failure == null ? null : failure.problem(),
        kept == null ? null : kept.id(),
        kept == null ? null : kept.version());
  }
}
