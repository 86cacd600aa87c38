package io.tarn.ingest.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes what other services tell, in order, into the system tables of its tenant. A record can
/// come twice. Of executions, which come by the topic of runs, only the usage is taken: their
/// statements are shown to whoever ran them, and not to everybody who asks.
@ApplicationScoped
class SystemRecords {
  private static final String RUN = "run";
  private static final Duration BEFORE_NEXT_ATTEMPT = Duration.ofSeconds(2);

  private final DataSource database;
  private final ObjectMapper json;

  SystemRecords(DataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /// Takes runs of schedules, and the usage of executions. Returns when the record is written,
  /// however long the database is away.
  @Incoming("query-runs")
  @Blocking
  void takeRun(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    var run = read(message);
    if (run.path("kind").asText().equals(RUN)) {
      write(WrittenTable.RUNS, run);
    } else if (run.path("actor").isObject()) {
      write(WrittenTable.USAGE, usageOf(run));
    }
  }

  /// Takes verdicts on write events, in the same way.
  @Incoming("change-verdicts")
  @Blocking
  void takeVerdict(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    var verdict = read(message);
    if (verdict.isObject()) {
      write(WrittenTable.CHANGES, verdict);
    }
  }

  private JsonNode usageOf(JsonNode execution) {
    var actor = execution.path("actor");
    var usage = json.createObjectNode();
    usage.set("tenant", execution.path("tenant"));
    usage.set("executionId", execution.path("id"));
    usage.set("endedAt", execution.path("endedAt"));
    usage.set("state", execution.path("state"));
    usage.set("issuer", actor.path("issuer"));
    usage.set("subject", actor.path("subject"));
    usage.set("who", actor.path("name"));
    usage.set("eventsScanned", execution.path("eventsScanned"));
    usage.set("bytesScanned", execution.path("bytesScanned"));
    usage.set("rowCount", execution.path("rows"));
    return usage;
  }

  private void write(WrittenTable table, JsonNode told) throws InterruptedException {
    while (!isWritten(table, told)) {
      Thread.sleep(BEFORE_NEXT_ATTEMPT);
    }
  }

  private boolean isWritten(WrittenTable table, JsonNode told) {
    try {
      upsert(table, told);
      return true;
    } catch (IllegalArgumentException noTenant) {
      Log.errorf("a row of %s names no tenant", table.tableName());
      return true;
    } catch (SQLException failure) {
      var mayPass = !isRefused(failure);
      Log.errorf(
          "a row of %s cannot be written%s: %s",
          table.tableName(), mayPass ? " now" : "", failure.getSQLState());
      return !mayPass;
    }
  }

  /// Whether the record itself is what the database refuses (data exception, constraint violation).
  private static boolean isRefused(SQLException failure) {
    var state = failure.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }

  private JsonNode read(ConsumerRecord<String, byte[]> message) {
    try {
      return message.value() == null ? json.missingNode() : json.readTree(message.value());
    } catch (IOException unreadable) {
      Log.errorf("%s-%d@%d is not JSON", message.topic(), message.partition(), message.offset());
      return json.missingNode();
    }
  }

  private void upsert(WrittenTable table, JsonNode told) throws SQLException {
    var tenant = new TenantId(told.path("tenant").asText());
    var row = new SystemRow(tenant, table, text(told));
    Sql.runInTransaction(
        database,
        connection -> {
          var isThere =
              Sql.of("select 1 from ingest.tenants where tenant_id = ? for key share")
                  .with(tenant)
                  .hasRows(connection);
          if (isThere) {
            row.upsert().execute(connection);
          } else {
            Log.infof("a row of %s of tenant %s is told, which is gone", table.tableName(), tenant);
          }
        });
  }

  private String text(JsonNode told) {
    try {
      return json.writeValueAsString(told);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("JSON that was read cannot be written", failure);
    }
  }
}
