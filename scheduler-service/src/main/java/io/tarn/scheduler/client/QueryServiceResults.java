package io.tarn.scheduler.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tarn.common.proof.ResultStatement.Coverage;
import io.tarn.common.proof.ResultStatement.Outcome;
import io.tarn.common.proof.ResultStatement.Query;
import io.tarn.common.proof.ResultStatement.Requester;
import io.tarn.common.proof.ResultStatement.Store;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.client.ServiceClient.Answer;
import io.tarn.scheduler.export.ExportSource;
import io.tarn.scheduler.export.ExportedExecution;
import io.tarn.scheduler.export.format.ExportColumn;
import io.tarn.scheduler.run.RunFault;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.run.RunFault.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Results by query-service's own API. Numbers are read as they were written.
@ApplicationScoped
class QueryServiceResults implements ExportSource {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final ServiceClient services;

  QueryServiceResults(ServiceClient services) {
    this.services = services;
  }

  @Override
  public ExportedExecution describe(TenantId tenant, String grant, UUID execution) {
    var body = asked(path(tenant, execution), grant);
    try {
      return executionOf(execution, body);
    } catch (DateTimeException failure) {
      throw new IllegalStateException("an execution cannot be read", failure);
    }
  }

  private static ExportedExecution executionOf(UUID id, JsonNode body) {
    var statistics = body.path("statistics");
    return new ExportedExecution(
        id,
        Instant.parse(body.path("submittedAt").asText()),
        time(body.path("startedAt")),
        body.path("columns")
            .valueStream()
            .map(one -> new ExportColumn(one.path("name").asText(), one.path("type").asText()))
            .toList(),
        requesterOf(body),
        queryOf(body),
        new Coverage(
            time(body.path("eventTime").path("from")),
            endOf(body.path("eventTime").path("to")),
            number(statistics.path("eventsScanned")),
            number(statistics.path("bytesScanned"))),
        new Outcome(
            statistics.path("rows").asLong(),
            body.path("isTruncated").asBoolean(),
            body.path("isPartial").asBoolean()));
  }

  private static Requester requesterOf(JsonNode body) {
    var actor = body.path("actor");
    return new Requester(
        actor.path("issuer").asText(),
        actor.path("subject").asText(),
        actor.path("name").asText(),
        text(body.path("role")));
  }

  private static Query queryOf(JsonNode body) {
    List<Store> stores =
        body.path("stores")
            .valueStream()
            .map(store -> new Store(store.path("id").asText(), store.path("name").asText()))
            .toList();
    return new Query(
        body.path("statement").asText(),
        ExportedExecution.present(body.path("parameters"), JSON.createArrayNode()),
        ExportedExecution.present(body.path("values"), JSON.createObjectNode()),
        stores,
        number(body.path("snapshotPosition")));
  }

  /// The moment after the last event time that is told, in milliseconds as all event times are.
  private static @Nullable Instant endOf(JsonNode last) {
    var time = time(last);
    return time == null ? null : time.plusMillis(1);
  }

  private static @Nullable Instant time(JsonNode value) {
    return value.isTextual() ? Instant.parse(value.asText()) : null;
  }

  private static @Nullable Long number(JsonNode value) {
    return value.isIntegralNumber() ? value.asLong() : null;
  }

  private static @Nullable String text(JsonNode value) {
    return value.isTextual() ? value.asText() : null;
  }

  @Override
  public Page page(TenantId tenant, String grant, UUID execution, @Nullable String cursor) {
    var path = path(tenant, execution) + "/results?format=json&limit=1000";
    var body =
        asked(
            cursor == null
                ? path
                : path + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8),
            grant);
    return new Page(body.path("rows").valueStream().toList(), text(body.path("nextCursor")));
  }

  private JsonNode asked(String path, String grant) {
    var request = services.request("query", path).header("Authorization", "Bearer " + grant);
    var answer = services.sendForBytes(request.GET());
    if (answer.statusCode() != 200) {
      throw faultOf(services.answerOf(answer));
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException failure) {
      throw new UncheckedIOException("an answer of query-service cannot be read", failure);
    }
  }

  private RunFault faultOf(Answer answer) {
    var problem = services.problemOf(answer);
    return answer.mayPass()
        ? new Passing(problem, answer.retryAfter(), false)
        : new Refused(problem);
  }

  private static String path(TenantId tenant, UUID execution) {
    return "/v1/tenants/%s/queries/%s".formatted(tenant.value(), execution);
  }
}
