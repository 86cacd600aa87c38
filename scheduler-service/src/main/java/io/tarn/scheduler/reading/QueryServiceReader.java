package io.tarn.scheduler.reading;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.export.ExportSource;
import io.tarn.scheduler.export.format.ExportColumn;
import io.tarn.scheduler.run.Executions;
import io.tarn.scheduler.run.Executions.Execution;
import io.tarn.scheduler.run.Executions.RowVisitor;
import io.tarn.scheduler.run.Executions.State;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.run.RunFault.Refused;
import io.tarn.scheduler.run.RunWindow;
import io.tarn.scheduler.schedule.ScheduledQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads by executions of query-service. A grant lives for a minute, so each request has its own.
@ApplicationScoped
class QueryServiceReader implements TenantReader {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final ReaderGrants grants;
  private final Executions executions;
  private final ExportSource results;
  private final Clock clock;

  /// Somebody who asks for a purpose.
  private record Reading(TenantId tenant, ReadPurpose purpose, String key) {}

  QueryServiceReader(
      ReaderGrants grants, Executions executions, ExportSource results, Clock clock) {
    this.grants = grants;
    this.executions = executions;
    this.results = results;
    this.clock = clock;
  }

  @Override
  public long position(TenantId tenant, ReadPurpose purpose) {
    return executions.position(tenant, grant(new Reading(tenant, purpose, "position")));
  }

  @Override
  public void read(
      TenantId tenant,
      ReadPurpose purpose,
      String key,
      ScheduledQuery query,
      @Nullable RunWindow window,
      RowVisitor visitor) {
    var reading = new Reading(tenant, purpose, key);
    var id = executions.submit(tenant, grant(reading), key, query, window);
    requireFinished(awaitEnd(reading, id));
    visit(reading, id, visitor);
  }

  private Execution awaitEnd(Reading reading, UUID id) {
    var end = clock.instant().plus(LONGEST);
    while (true) {
      var execution = executions.await(reading.tenant(), grant(reading), id, PATIENCE);
      if (execution.state() != State.LIVE) {
        return execution;
      }
      if (clock.instant().isAfter(end)) {
        executions.cancel(reading.tenant(), grant(reading), id);
        throw new Passing(problem("takes too long"));
      }
    }
  }

  private static void requireFinished(Execution execution) {
    if (execution.state() == State.FINISHED) {
      return;
    }
    var problem = execution.problem() == null ? problem("has not finished") : execution.problem();
    // The outcome is kept under its key, so that another attempt needs another one.
    throw execution.isPassing() ? new Passing(problem, null, true) : new Refused(problem);
  }

  private void visit(Reading reading, UUID id, RowVisitor visitor) {
    var described = results.describe(reading.tenant(), grant(reading), id);
    if (described.outcome().isTruncated()) {
      throw new ResultTruncatedException(reading.key());
    }
    visitor.columns(described.columns().stream().map(ExportColumn::name).toList());
    String cursor = null;
    do {
      var page = results.page(reading.tenant(), grant(reading), id, cursor);
      page.rows().forEach(visitor::row);
      cursor = page.nextCursor();
    } while (cursor != null);
  }

  private String grant(Reading reading) {
    return grants.grantFor(reading.tenant(), reading.purpose(), reading.key());
  }

  private static Map<String, Object> problem(String what) {
    return Map.of(
        "type",
        "/problems/execution-not-finished",
        "title",
        "Execution not finished",
        "status",
        503,
        "detail",
        "The execution " + what + ".");
  }
}
