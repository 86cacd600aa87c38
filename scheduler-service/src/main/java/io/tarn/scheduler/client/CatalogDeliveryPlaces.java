package io.tarn.scheduler.client;

import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.destination.DeliveryPlace;
import io.tarn.scheduler.destination.DeliveryPlace.OwnBucket;
import io.tarn.scheduler.destination.DeliveryPlaces;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.run.RunFault.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;

/// Tenants' own buckets, from catalog-service.
@ApplicationScoped
class CatalogDeliveryPlaces implements DeliveryPlaces {
  private final ServiceClient services;
  private final String key;

  CatalogDeliveryPlaces(ServiceClient services, MasterSecret secret) {
    this.services = services;
    this.key = secret.derive("edge-key", "scheduler-service");
  }

  @Override
  public DeliveryPlace placeOf(TenantId tenant) {
    var request =
        services.request("catalog", "/internal/delivery-places").header("Tarn-Edge-Key", key);
    var answer = services.send(services.post(request, Map.of("tenant", tenant.value())));
    if (!answer.isSuccess()) {
      var problem = services.problemOf(answer);
      throw answer.mayPass()
          ? new Passing(problem, answer.retryAfter(), false)
          : new Refused(problem);
    }
    var body = answer.body();
    var bucket = body.path("bucket");
    return new DeliveryPlace(
        body.path("slug").asText(),
        body.path("homeAccount").asText(),
        new OwnBucket(
            URI.create(bucket.path("endpoint").asText()),
            bucket.path("region").asText(),
            bucket.path("bucket").asText(),
            bucket.path("prefix").asText(),
            bucket.path("accessKeyId").asText(),
            bucket.path("secretAccessKey").asText()));
  }
}
