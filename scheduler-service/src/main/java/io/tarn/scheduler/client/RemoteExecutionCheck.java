package io.tarn.scheduler.client;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.export.ExecutionCheck;
import io.tarn.scheduler.export.ExportException.CheckUnavailable;
import io.tarn.scheduler.export.ExportException.NotFound;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.schedule.ScheduleException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Asks query-service on behalf of the caller.
@ApplicationScoped
class RemoteExecutionCheck implements ExecutionCheck {
  private final ServiceClient services;
  private final CallersGrant callers;

  RemoteExecutionCheck(ServiceClient services, CallersGrant callers) {
    this.services = services;
    this.callers = callers;
  }

  @Override
  public void check(TenantId tenant, String grant, UUID execution) {
    try {
      var path = "/v1/tenants/%s/queries/%s".formatted(tenant.value(), execution);
      var request =
          services
              .request("query", path)
              .header("Authorization", "Bearer " + callers.exchanged(grant, "query-service"));
      var answer = services.send(request.GET());
      if (answer.status() == 404 || answer.status() == 403) {
        throw new NotFound();
      }
      if (!answer.isSuccess()) {
        throw new CheckUnavailable();
      }
    } catch (Passing | ScheduleException.CheckUnavailable _) {
      throw new CheckUnavailable();
    }
  }
}
