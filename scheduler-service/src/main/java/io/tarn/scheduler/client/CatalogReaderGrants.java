package io.tarn.scheduler.client;

import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.reading.ReadPurpose;
import io.tarn.scheduler.reading.ReaderGrants;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.run.RunFault.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// Grants in this service's own name, from catalog-service.
@ApplicationScoped
class CatalogReaderGrants implements ReaderGrants {
  private final ServiceClient services;
  private final String key;

  CatalogReaderGrants(ServiceClient services, MasterSecret secret) {
    this.services = services;
    this.key = secret.derive("edge-key", "scheduler-service");
  }

  @Override
  public String grantFor(TenantId tenant, ReadPurpose purpose, String requestId) {
    var body =
        Map.of("tenant", tenant.value(), "purpose", purpose.wireName(), "requestId", requestId);
    var request =
        services.request("catalog", "/internal/grants/reader").header("Tarn-Edge-Key", key);
    var answer = services.send(services.post(request, body));
    if (answer.isSuccess() && answer.body().path("grant").isTextual()) {
      return answer.body().path("grant").asText();
    }
    var problem = services.problemOf(answer);
    throw answer.mayPass()
        ? new Passing(problem, answer.retryAfter(), false)
        : new Refused(problem);
  }
}
