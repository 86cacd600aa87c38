package io.tarn.scheduler.client;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.chargeback.ChargebackException.EventsUnavailable;
import io.tarn.scheduler.chargeback.LineEvents;
import io.tarn.scheduler.export.ExportSource;
import io.tarn.scheduler.export.format.ExportColumn;
import io.tarn.scheduler.reading.ReadPurpose;
import io.tarn.scheduler.run.Executions;
import io.tarn.scheduler.run.RunFault;
import io.tarn.scheduler.run.RunFault.Passing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Runs the statement behind a line at query-service, on behalf of the caller.
@ApplicationScoped
class RemoteLineEvents implements LineEvents {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LOOKS = 5;
  private static final String NOT_YET = "The events are still being looked for; ask again.";

  private final CallersGrant callers;
  private final Executions executions;
  private final ExportSource results;

  RemoteLineEvents(CallersGrant callers, Executions executions, ExportSource results) {
    this.callers = callers;
    this.executions = executions;
    this.results = results;
  }

  @Override
  public Rows read(
      TenantId tenant, String grant, String key, Asked asked, @Nullable String cursor) {
    try {
      var own = callers.exchangedFor(ReadPurpose.CHARGEBACK, grant);
      var id = executions.submit(tenant, own, key, asked.query(), asked.window());
      awaitEnd(tenant, own, id);
      var described = results.describe(tenant, own, id);
      var page = results.page(tenant, own, id, cursor);
      return new Rows(
          described.columns().stream().map(ExportColumn::name).toList(),
          page.rows(),
          described.outcome().isTruncated(),
          page.nextCursor());
    } catch (Passing fault) {
      throw new EventsUnavailable(503, detail(fault.problem()));
    } catch (RunFault fault) {
      throw new EventsUnavailable(status(fault.problem()), detail(fault.problem()));
    }
  }

  private void awaitEnd(TenantId tenant, String grant, UUID id) {
    for (int look = 0; look < LOOKS; look++) {
      var execution = executions.await(tenant, grant, id, PATIENCE);
      switch (execution.state()) {
        case FINISHED -> {
          return;
        }
        case FAILED, CANCELLED, TIMED_OUT -> {
          var problem = execution.problem();
          throw new EventsUnavailable(
              409,
              problem == null
                  ? "The statement behind the line has not finished: " + execution.state() + "."
                  : detail(problem));
        }
        case LIVE -> {}
      }
    }
    throw new EventsUnavailable(503, NOT_YET);
  }

  private static int status(Map<String, Object> problem) {
    return problem.get("status") instanceof Integer status && status >= 400 && status < 500
        ? status
        : 409;
  }

  private static String detail(Map<String, Object> problem) {
    return String.valueOf(problem.getOrDefault("detail", problem.get("title")));
  }
}
