package io.tarn.scheduler.client;

import io.tarn.scheduler.reading.ReadPurpose;
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
    return asked(Map.of("grant", grant, "audience", audience));
  }

  /// A grant of the caller for query-service, under a purpose of this service.
  ///
  /// @throws CheckUnavailable if there is none now
  String exchangedFor(ReadPurpose purpose, String grant) {
    return asked(
        Map.of("grant", grant, "audience", "query-service", "purpose", purpose.wireName()));
  }

  private String asked(Map<String, String> body) {
    var request = services.request("catalog", "/internal/grants/exchanged");
    var answer = services.send(services.post(request, body));
    if (!answer.isSuccess()) {
      throw new CheckUnavailable();
    }
    return answer.body().path("grant").asText();
  }
}
