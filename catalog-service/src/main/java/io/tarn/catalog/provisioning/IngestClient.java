package io.tarn.catalog.provisioning;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.quarkus.logging.Log;
import io.tarn.catalog.config.CatalogConfig;
import io.tarn.catalog.grant.GrantService;
import io.tarn.catalog.provisioning.ProvisioningException.Failed;
import io.tarn.catalog.provisioning.ProvisioningException.Rejected;
import io.tarn.catalog.provisioning.ProvisioningException.Unavailable;
import io.tarn.common.config.TarnConfig;
import io.tarn.common.id.Ids;
import io.tarn.service.gate.Grant.GrantedTenant;
import io.tarn.service.problem.ProblemException.Violation;
import io.tarn.service.problem.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Calls ingest-service's internal addresses under a grant that this service signs itself.
@ApplicationScoped
class IngestClient {
  private static final String SERVICE = "ingest-service";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI address;
  private final Duration timeout;
  private final GrantService grants;
  private final ObjectMapper json;
  private final OpenTelemetry telemetry;

  IngestClient(
      TarnConfig tarn,
      CatalogConfig config,
      GrantService grants,
      ObjectMapper json,
      OpenTelemetry telemetry) {
    this.address =
        Objects.requireNonNull(tarn.services().get("ingest"), "tarn.services.ingest.url").url();
    this.timeout = config.provisioningTimeout();
    this.grants = grants;
    this.json = json;
    this.telemetry = telemetry;
  }

  void put(GrantedTenant tenant, String path, Object body) {
    call(tenant, "PUT", path, BodyPublishers.ofString(text(body)));
  }

  /// What is there, as JSON.
  <T> T get(GrantedTenant tenant, String path, Class<T> type) {
    return read(call(tenant, "GET", path, BodyPublishers.noBody()), type);
  }

  private <T> T read(HttpResponse<byte[]> answer, Class<T> type) {
    try {
      return json.readValue(answer.body(), type);
    } catch (IOException failure) {
      Log.errorf("%s answers what cannot be read: %s", SERVICE, failure.toString());
      throw new Failed(SERVICE);
    }
  }

  /// Asks whether something would be taken; what is refused there is refused with its place.
  void check(GrantedTenant tenant, String path, Object body) {
    var answer = send(request(tenant, "POST", path, BodyPublishers.ofString(text(body))));
    if (answer.statusCode() == 400) {
      throw new Rejected(violations(answer));
    }
    demandSuccess(tenant, "POST", answer.statusCode());
  }

  private List<Violation> violations(HttpResponse<byte[]> answer) {
    var refusal = read(answer, Refusal.class);
    if (refusal.violations() == null) {
      throw new Failed(SERVICE);
    }
    return refusal.violations();
  }

  /// The part of a problem document that names the places.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Refusal(@Nullable List<Violation> violations) {}

  /// Also where there is nothing to delete.
  void delete(GrantedTenant tenant, String path) {
    call(tenant, "DELETE", path, BodyPublishers.noBody());
  }

  private String text(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot be written as JSON", failure);
    }
  }

  private HttpResponse<byte[]> call(
      GrantedTenant tenant, String method, String path, BodyPublisher body) {
    var answer = send(request(tenant, method, path, body));
    demandSuccess(tenant, method, answer.statusCode());
    return answer;
  }

  private static void demandSuccess(GrantedTenant tenant, String method, int status) {
    var isAbsent = "DELETE".equals(method) && status == 404;
    if (status / 100 != 2 && !isAbsent) {
      Log.errorf("%s answers %d to %s of tenant %s", SERVICE, status, method, tenant.id());
      throw status == 503 ? new Unavailable(SERVICE) : new Failed(SERVICE);
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      Log.errorf("%s cannot be reached: %s", SERVICE, failure.toString());
      throw new Unavailable(SERVICE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unavailable(SERVICE);
    }
  }

  private HttpRequest request(
      GrantedTenant tenant, String method, String path, BodyPublisher body) {
    var known = RequestId.current();
    var requestId = known == null ? Ids.uuid().toString() : known;
    var request =
        HttpRequest.newBuilder(address.resolve("/internal/tenants/" + tenant.id() + path))
            .timeout(timeout)
            .header("Authorization", "Bearer " + grants.systemGrant(tenant, SERVICE, requestId))
            .header("Content-Type", "application/json")
            .method(method, body);
    telemetry
        .getPropagators()
        .getTextMapPropagator()
        .inject(Context.current(), request, (carrier, key, value) -> carrier.header(key, value));
    return request.build();
  }
}
