package io.tarn.scheduler.client;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.client.ServiceClient.Answer;
import io.tarn.scheduler.export.ExportSource;
import io.tarn.scheduler.export.format.ExportColumn;
import io.tarn.scheduler.run.Executions;
import io.tarn.scheduler.run.RunFault;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.run.RunFault.Refused;
import io.tarn.scheduler.run.RunWindow;
import io.tarn.scheduler.schedule.ScheduledQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Executions by query-service's own API.
@ApplicationScoped
class QueryServiceExecutions implements Executions {
  private static final String SERVICE = "query";

  private final ServiceClient services;
  private final ExportSource results;

  QueryServiceExecutions(ServiceClient services, ExportSource results) {
    this.services = services;
    this.results = results;
  }

  @Override
  public UUID submit(
      TenantId tenant,
      String grant,
      String idempotencyKey,
      ScheduledQuery query,
      @Nullable RunWindow window) {
    var request = asked(path(tenant), grant).header("Idempotency-Key", idempotencyKey);
    var answer = services.send(services.post(request, body(query, window)));
    return idOf(answer);
  }

  private static Map<String, Object> body(ScheduledQuery query, @Nullable RunWindow window) {
    var body = new HashMap<String, Object>();
    if (query.query() != null) {
      body.put("query", query.query());
    }
    if (query.statement() != null) {
      body.put("statement", query.statement());
      body.put("parameters", query.parameters() == null ? List.of() : query.parameters());
    }
    body.put("values", query.values());
    if (window != null) {
      body.put("window", ends(window));
    }
    return body;
  }

  private static Map<String, Object> ends(RunWindow window) {
    return switch (window) {
      case RunWindow.EventTime(var start, var end) -> Map.of("start", start, "end", end);
      case RunWindow.Arrival(var start, var end) ->
          Map.of("startPosition", start, "endPosition", end);
    };
  }

  private UUID idOf(Answer answer) {
    if (answer.isSuccess()) {
      try {
        return UUID.fromString(answer.body().path("id").asText());
      } catch (IllegalArgumentException _) {
        throw new Passing(services.problemOf(answer));
      }
    }
    throw faultOf(answer);
  }

  private RunFault faultOf(Answer answer) {
    var problem = services.problemOf(answer);
    if (answer.status() == 409) {
      // An earlier submission under the key is being worked on, or will never tell its outcome.
      var isLost = answer.problemName().equals("request-outcome-unknown");
      return new Passing(problem, answer.retryAfter(), isLost);
    }
    return answer.mayPass()
        ? new Passing(problem, answer.retryAfter(), false)
        : new Refused(problem);
  }

  @Override
  public Execution await(TenantId tenant, String grant, UUID id, Duration patience) {
    var path = "%s/%s?wait=%ds".formatted(path(tenant), id, patience.toSeconds());
    var answer = services.send(asked(path, grant).GET());
    if (!answer.isSuccess()) {
      throw faultOf(answer);
    }
    return executionOf(answer);
  }

  private Execution executionOf(Answer answer) {
    var body = answer.body();
    var statistics = body.path("statistics");
    var bytes = statistics.path("resultBytes");
    var problem = body.path("problem");
    return new Execution(
        stateOf(body.path("state").asText()),
        problem.isObject() ? services.problemOf(new Answer(422, problem, null)) : null,
        problem.path("status").asInt() >= 500,
        statistics.path("rows").asLong(),
        bytes.isNumber() ? bytes.asLong() : null);
  }

  /// A state of a later release is one that has not ended.
  private static State stateOf(String name) {
    return switch (name) {
      case "FINISHED" -> State.FINISHED;
      case "FAILED" -> State.FAILED;
      case "CANCELLED" -> State.CANCELLED;
      case "TIMED_OUT" -> State.TIMED_OUT;
      default -> State.LIVE;
    };
  }

  @Override
  public void read(TenantId tenant, String grant, UUID id, RowVisitor visitor) {
    var columns = results.describe(tenant, grant, id).columns();
    visitor.columns(columns.stream().map(ExportColumn::name).toList());
    String cursor = null;
    do {
      var page = results.page(tenant, grant, id, cursor);
      page.rows().forEach(visitor::row);
      cursor = page.nextCursor();
    } while (cursor != null);
  }

  @Override
  public long position(TenantId tenant, String grant) {
    var answer = services.send(asked("/v1/tenants/" + tenant.value() + "/position", grant).GET());
    if (!answer.isSuccess()) {
      throw faultOf(answer);
    }
    return answer.body().path("position").asLong();
  }

  @Override
  public void cancel(TenantId tenant, String grant, UUID id) {
    var answer = services.send(asked(path(tenant) + "/" + id, grant).DELETE());
    if (!answer.isSuccess()) {
      throw faultOf(answer);
    }
  }

  private HttpRequest.Builder asked(String path, String grant) {
    return services.request(SERVICE, path).header("Authorization", "Bearer " + grant);
  }

  private static String path(TenantId tenant) {
    return "/v1/tenants/" + tenant.value() + "/queries";
  }
}
