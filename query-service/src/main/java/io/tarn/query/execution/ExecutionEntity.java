package io.tarn.query.execution;

import io.tarn.common.tenant.TenantId;
import io.tarn.query.execution.QueryText.Kept;
import io.tarn.query.result.StoredResult;
import io.tarn.query.scan.ScanVolume;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Role;
import io.tarn.sql.TimeRange;
import io.tarn.sql.parameter.ParameterDeclaration;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The row of an execution.
@Entity
@Table(name = "executions")
@IdClass(ExecutionEntity.Key.class)
class ExecutionEntity {
  @Id
  @Column(name = "tenant_id")
  String tenantId;

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "statement")
  String statement;

  @Column(name = "query_id")
  @Nullable UUID queryId;

  @Column(name = "query_version")
  @Nullable Integer queryVersion;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "parameters")
  List<ParameterDeclaration> parameters;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "parameter_values")
  Map<String, Object> parameterValues;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  ExecutionState state;

  @Column(name = "actor_issuer")
  String actorIssuer;

  @Column(name = "actor_subject")
  String actorSubject;

  @Column(name = "actor_name")
  String actorName;

  @Column(name = "actor_role")
  @Nullable String actorRole;

  @Column(name = "request_id")
  String requestId;

  @Column(name = "instance_id")
  UUID instanceId;

  @Column(name = "submitted_at")
  Instant submittedAt;

  @Column(name = "started_at")
  @Nullable Instant startedAt;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  @Column(name = "cancel_requested_at")
  @Nullable Instant cancelRequestedAt;

  /// Large, and not shown in listings: read where it is used.
  @Basic(fetch = FetchType.LAZY)
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "columns")
  List<ResultColumn> columns;

  @Column(name = "row_count")
  long rowCount;

  @Column(name = "result_bytes")
  long resultBytes;

  @Column(name = "result_sha256")
  @Nullable String resultSha256;

  @Column(name = "results_kept")
  boolean resultsKept;

  @Column(name = "events_scanned")
  @Nullable Long eventsScanned;

  @Column(name = "bytes_scanned")
  @Nullable Long bytesScanned;

  @Column(name = "events_matched")
  @Nullable Long eventsMatched;

  @Column(name = "first_row_at")
  @Nullable Instant firstRowAt;

  @Column(name = "event_time_from")
  @Nullable LocalDateTime eventTimeFrom;

  @Column(name = "event_time_to")
  @Nullable LocalDateTime eventTimeTo;

  @Column(name = "snapshot_position")
  @Nullable Long snapshotPosition;

  @Column(name = "store_ids", columnDefinition = "uuid[]")
  @JdbcTypeCode(SqlTypes.ARRAY)
  List<UUID> storeIds;

  @Column(name = "store_names", columnDefinition = "text[]")
  @JdbcTypeCode(SqlTypes.ARRAY)
  List<String> storeNames;

  @Column(name = "failure_problem")
  @Nullable String failureProblem;

  @Column(name = "failure_detail")
  @Nullable String failureDetail;

  static ExecutionEntity of(QueryExecution execution, String requestId, UUID instanceId) {
    var entity = new ExecutionEntity();
    entity.tenantId = execution.key().tenant().value();
    entity.id = execution.key().id();
    entity.statement = execution.statement();
    entity.parameters = execution.text().parameters();
    entity.parameterValues = execution.text().shownValues();
    var kept = execution.text().keptAs();
    if (kept != null) {
      entity.queryId = kept.id();
      entity.queryVersion = kept.version();
    }
    entity.state = execution.state();
    entity.actorIssuer = execution.actor().issuer();
    entity.actorSubject = execution.actor().subject();
    entity.actorName = execution.actor().name();
    entity.actorRole = execution.role() == null ? null : execution.role().wireName();
    entity.eventTimeFrom = execution.range().from().orElse(null);
    entity.eventTimeTo = execution.range().to().orElse(null);
    entity.requestId = requestId;
    entity.instanceId = instanceId;
    entity.submittedAt = execution.submittedAt();
    entity.startedAt = execution.startedAt();
    entity.resultsKept = execution.state() == ExecutionState.RUNNING;
    entity.columns = execution.columns();
    entity.storeIds = execution.stores().stream().map(StatedStore::id).toList();
    entity.storeNames = execution.stores().stream().map(StatedStore::name).toList();
    return entity;
  }

  ExecutionKey key() {
    return new ExecutionKey(new TenantId(tenantId), id);
  }

  QueryExecution toExecution() {
    return toExecution(columns);
  }

  /// The same without its columns.
  QueryExecution toListed() {
    return toExecution(List.of());
  }

  private QueryExecution toExecution(List<ResultColumn> shownColumns) {
    return new QueryExecution(
        key(),
        new QueryText(statement, parameters, parameterValues, keptAs()),
        state,
        new Actor(actorIssuer, actorSubject, actorName),
        actorRole == null ? null : Role.of(actorRole).orElse(null),
        submittedAt,
        startedAt,
        endedAt,
        shownColumns,
        stores(),
        new TimeRange(Optional.ofNullable(eventTimeFrom), Optional.ofNullable(eventTimeTo)),
        rowCount,
        result(),
        statistics(),
        failure());
  }

  private List<StatedStore> stores() {
    return IntStream.range(0, storeIds.size())
        .mapToObj(
            n -> new StatedStore(storeIds.get(n), n < storeNames.size() ? storeNames.get(n) : ""))
        .toList();
  }

  private @Nullable Kept keptAs() {
    return queryId == null || queryVersion == null ? null : new Kept(queryId, queryVersion);
  }

  private RunStatistics statistics() {
    var scanned =
        eventsScanned == null || bytesScanned == null
            ? null
            : new ScanVolume(
                eventsScanned, bytesScanned, Objects.requireNonNullElse(snapshotPosition, 0L));
    return new RunStatistics(scanned, eventsMatched, firstRowAt);
  }

  private @Nullable StoredResult result() {
    return resultsKept && resultSha256 != null
        ? new StoredResult(rowCount, resultBytes, resultSha256)
        : null;
  }

  private @Nullable ExecutionFailure failure() {
    return failureProblem == null || failureDetail == null
        ? null
        : new ExecutionFailure(failureProblem, failureDetail);
  }

  /// The primary key, as Hibernate wants it.
  static final class Key implements Serializable {
    @Nullable String tenantId;
    @Nullable UUID id;

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && Objects.equals(tenantId, key.tenantId)
          && Objects.equals(id, key.id);
    }

    @Override
    public int hashCode() {
      return Objects.hash(tenantId, id);
    }
  }
}
