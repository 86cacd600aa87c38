package io.tarn.scheduler.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.client.ServiceClient.Answer;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.schedule.QueryCheck;
import io.tarn.scheduler.schedule.ScheduleException.CheckUnavailable;
import io.tarn.scheduler.schedule.ScheduleException.Invalid;
import io.tarn.scheduler.schedule.ScheduleRules;
import io.tarn.scheduler.schedule.ScheduledQuery;
import io.tarn.scheduler.schedule.ScheduledQuery.ScheduledVersion;
import io.tarn.scheduler.schedule.WindowPlan;
import io.tarn.service.problem.ProblemException.Violation;
import io.tarn.sql.parameter.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Asks query-service about statements, and catalog-service about kept queries, on behalf of the
/// caller.
@ApplicationScoped
class RemoteQueryCheck implements QueryCheck {
  private final ServiceClient services;
  private final CallersGrant callers;

  RemoteQueryCheck(ServiceClient services, CallersGrant callers) {
    this.services = services;
    this.callers = callers;
  }

  @Override
  public void check(
      TenantId tenant, String grant, ScheduledQuery query, @Nullable WindowPlan window) {
    try {
      if (query.query() != null) {
        checkKept(tenant, grant, query.query(), window);
      } else if (query.statement() != null) {
        checkStatement(tenant, grant, query.statement(), query);
      }
    } catch (Passing _) {
      throw new CheckUnavailable();
    }
  }

  private void checkKept(
      TenantId tenant, String grant, ScheduledVersion kept, @Nullable WindowPlan window) {
    var version = kept.version() == null ? "" : "/versions/" + kept.version();
    var path = "/v1/tenants/%s/catalogue/queries/%s%s".formatted(tenant, kept.id(), version);
    var request =
        services
            .request("catalog", path)
            .header("Authorization", "Bearer " + callers.exchanged(grant, "catalog-service"));
    var answer = services.send(request.GET());
    if (answer.status() == 404) {
      throw invalid("query", "is no query, or no version of one, that you see");
    }
    if (!answer.isSuccess()) {
      throw new CheckUnavailable();
    }
    var statement = answer.body().path("statement").asText();
    var fault = ScheduleRules.windowFault(statement, window);
    if (fault.isPresent()) {
      throw invalid(Parameters.WINDOW, fault.get());
    }
  }

  private void checkStatement(
      TenantId tenant, String grant, String statement, ScheduledQuery query) {
    var body = new HashMap<String, Object>();
    body.put("statement", statement);
    body.put("parameters", query.parameters() == null ? List.of() : query.parameters());
    body.put("values", query.values());
    var request =
        services
            .request("query", "/v1/tenants/" + tenant + "/queries:validate")
            .header("Authorization", "Bearer " + callers.exchanged(grant, "query-service"));
    var answer = services.send(services.post(request, body));
    if (answer.status() == 400) {
      throw new Invalid(violationsOf(answer));
    }
    if (!answer.isSuccess()) {
      throw new CheckUnavailable();
    }
  }

  @Override
  public long position(TenantId tenant, String grant) {
    var request =
        services
            .request("query", "/v1/tenants/" + tenant + "/position")
            .header("Authorization", "Bearer " + callers.exchanged(grant, "query-service"));
    try {
      var answer = services.send(request.GET());
      if (answer.isSuccess()) {
        return answer.body().path("position").asLong();
      }
      throw new CheckUnavailable();
    } catch (Passing _) {
      throw new CheckUnavailable();
    }
  }

  /// Values are refused by violations, statements by faults with their places.
  private static List<Violation> violationsOf(Answer answer) {
    var ofValues =
        items(answer, "violations")
            .map(item -> new Violation(item.path("field").asText(), item.path("reason").asText()));
    var ofStatement =
        items(answer, "faults").map(item -> new Violation("statement", described(item)));
    var all = Stream.concat(ofValues, ofStatement).toList();
    return all.isEmpty()
        ? List.of(new Violation("statement", answer.body().path("detail").asText("is refused")))
        : all;
  }

  private static Stream<JsonNode> items(Answer answer, String name) {
    return StreamSupport.stream(answer.body().path(name).spliterator(), false);
  }

  private static String described(JsonNode fault) {
    return "line %d, column %d: %s"
        .formatted(
            fault.path("line").asInt(),
            fault.path("column").asInt(),
            fault.path("detail").asText());
  }

  private static Invalid invalid(String field, String reason) {
    return new Invalid(List.of(new Violation(field, reason)));
  }
}
