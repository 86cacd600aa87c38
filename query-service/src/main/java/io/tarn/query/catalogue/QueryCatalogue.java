package io.tarn.query.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.tarn.common.config.TarnConfig;
import io.tarn.common.tenant.TenantId;
import io.tarn.query.catalogue.CatalogueException.NotFound;
import io.tarn.query.catalogue.CatalogueException.Unavailable;
import io.tarn.query.execution.QueryText;
import io.tarn.query.execution.QueryText.Kept;
import io.tarn.service.problem.RequestId;
import io.tarn.sql.parameter.ParameterDeclaration;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Fetches kept queries from catalog-service, on behalf of the caller: what they may see is decided
/// there.
@ApplicationScoped
public class QueryCatalogue {
  private static final String SERVICE = "catalog-service";
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI address;
  private final ObjectMapper json;

  @JsonIgnoreProperties(ignoreUnknown = true)
  record KeptQuery(
      UUID id, int version, String statement, @Nullable List<ParameterDeclaration> parameters) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Exchanged(String grant) {}

  QueryCatalogue(TarnConfig tarn, ObjectMapper json) {
    this.address =
        Objects.requireNonNull(tarn.services().get("catalog"), "tarn.services.catalog.url").url();
    this.json = json;
  }

  /// The query that is to be run, with the values that it is run with.
  ///
  /// @param grant the grant that this service was called with
  /// @param version null is the version that the caller sees
  /// @throws CatalogueException if the caller sees no such query, or nobody can tell now
  public QueryText toRun(
      String grant,
      TenantId tenant,
      UUID query,
      @Nullable Integer version,
      Map<String, Object> values) {
    var kept = read(asked(exchanged(grant), tenant, query, version), KeptQuery.class);
    var parameters =
        kept.parameters() == null ? List.<ParameterDeclaration>of() : kept.parameters();
    return new QueryText(kept.statement(), parameters, values, new Kept(kept.id(), kept.version()));
  }

  private String exchanged(String grant) {
    var body = Map.of("grant", grant, "audience", SERVICE);
    var request =
        HttpRequest.newBuilder(address.resolve("/internal/grants/exchanged"))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(written(body)))
            .build();
    return read(send(request), Exchanged.class).grant();
  }

  private HttpResponse<String> asked(
      String grant, TenantId tenant, UUID query, @Nullable Integer version) {
    var path =
        "/v1/tenants/%s/catalogue/queries/%s/runs%s"
            .formatted(tenant, query, version == null ? "" : "?version=" + version);
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + grant)
            .POST(BodyPublishers.noBody());
    var requestId = RequestId.current();
    if (requestId != null) {
      request.header(RequestId.HEADER, requestId);
    }
    return send(request.build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      Log.errorf("%s cannot be reached: %s", SERVICE, failure.toString());
      throw new Unavailable(SERVICE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unavailable(SERVICE);
    }
  }

  private <T> T read(HttpResponse<String> answer, Class<T> type) {
    if (answer.statusCode() == 404) {
      throw new NotFound();
    }
    if (answer.statusCode() != 200) {
      Log.errorf("%s answers %d", SERVICE, answer.statusCode());
      throw new Unavailable(SERVICE);
    }
    try {
      return json.readValue(answer.body(), type);
    } catch (JsonProcessingException failure) {
      Log.errorf("%s answers what cannot be read", SERVICE);
      throw new Unavailable(SERVICE);
    }
  }

  private String written(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot be written as JSON", failure);
    }
  }
}
