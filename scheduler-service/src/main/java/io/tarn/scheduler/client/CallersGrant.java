package io.tarn.scheduler.client;

import io.tarn.scheduler.schedule.ScheduleException.CheckUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// Grants by which other services are asked on behalf of the caller of this one.
@ApplicationScoped
class CallersGrant {
  private final ServiceClient services;

  CallersGrant(ServiceClient services) {
    this.services = services;
  }

  /// The same grant for another service.
  ///
  /// @param audience the service: `query-service`
  /// @throws CheckUnavailable if there is none now
  String exchanged(String grant, String audience) {
    var request = services.request("catalog", "/internal/grants/exchanged");
    var body = Map.of("grant", grant, "audience", audience);
    var answer = services.send(services.post(request, body));
    if (!answer.isSuccess()) {
      throw new CheckUnavailable();
    }
    return answer.body().path("grant").asText();
  }
}
