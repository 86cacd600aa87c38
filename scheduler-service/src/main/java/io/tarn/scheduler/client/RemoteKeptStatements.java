package io.tarn.scheduler.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.chargeback.ChargebackException.Invalid;
import io.tarn.scheduler.chargeback.KeptStatements;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.schedule.ScheduleException.CheckUnavailable;
import io.tarn.scheduler.schedule.ScheduledQuery.ScheduledVersion;
import io.tarn.sql.parameter.ParameterDeclaration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Asks catalog-service on behalf of the caller.
@ApplicationScoped
class RemoteKeptStatements implements KeptStatements {
  private final ServiceClient services;
  private final CallersGrant callers;
  private final ObjectMapper json;

  RemoteKeptStatements(ServiceClient services, CallersGrant callers, ObjectMapper json) {
    this.services = services;
    this.callers = callers;
    this.json = json;
  }

  @Override
  public Kept find(TenantId tenant, String grant, ScheduledVersion query) {
    var version = query.version() == null ? "" : "/versions/" + query.version();
    var path = "/v1/tenants/%s/catalogue/queries/%s%s".formatted(tenant, query.id(), version);
    try {
      var request =
          services
              .request("catalog", path)
              .header("Authorization", "Bearer " + callers.exchanged(grant, "catalog-service"));
      var answer = services.send(request.GET());
      if (answer.status() == 404) {
        throw new Invalid("query", "is no query, or no version of one, that you see");
      }
      if (!answer.isSuccess()) {
        throw new CheckUnavailable();
      }
      var body = answer.body();
      var parameters = body.path("parameters");
      return new Kept(
          new ScheduledVersion(query.id(), body.path("version").asInt()),
          body.path("statement").asText(),
          parameters.isArray()
              ? List.of(json.convertValue(parameters, ParameterDeclaration[].class))
              : List.of());
    } catch (Passing _) {
      throw new CheckUnavailable();
    }
  }
}
