package io.tarn.scheduler.client;

import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.export.ExportGrants;
import io.tarn.scheduler.run.RunFault.OwnerRefused;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.service.gate.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/// Grants from catalog-service, which decides each time whether the owner still may export.
@ApplicationScoped
class CatalogExportGrants implements ExportGrants {
  private static final Set<String> REASONS =
      Set.of("owner-left", "owner-lost-role", "tenant-suspended");

  private final ServiceClient services;
  private final String key;

  CatalogExportGrants(ServiceClient services, MasterSecret secret) {
    this.services = services;
    this.key = secret.derive("edge-key", "scheduler-service");
  }

  @Override
  public String grantFor(TenantId tenant, Actor owner, String requestId) {
    var body =
        Map.of(
            "tenant", tenant.value(), "owner", owner, "purpose", "export", "requestId", requestId);
    var request =
        services.request("catalog", "/internal/grants/scheduled").header("Tarn-Edge-Key", key);
    var answer = services.send(services.post(request, body));
    if (answer.isSuccess() && answer.body().path("grant").isTextual()) {
      return answer.body().path("grant").asText();
    }
    var problem = services.problemOf(answer);
    if (answer.status() == 403 && REASONS.contains(answer.problemName())) {
      throw new OwnerRefused(answer.problemName(), problem);
    }
    throw new Passing(problem, answer.retryAfter(), false);
  }
}
