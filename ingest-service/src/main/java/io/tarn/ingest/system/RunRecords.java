package io.tarn.ingest.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.SystemRuns;
import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes runs of schedules from `tarn.query-runs.v1`, in order, into `sys_runs` of their tenant. A
/// record can come twice. Executions, which come by the same topic, are left alone: they are shown
/// to whoever ran them, and not to everybody who asks.
@ApplicationScoped
class RunRecords {
  private static final String KIND = "run";
  private static final String KEY = "run_id";
  private static final Duration BEFORE_NEXT_ATTEMPT = Duration.ofSeconds(2);

  private final DataSource database;
  private final ObjectMapper json;

  RunRecords(DataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /// Returns when the record is written, however long the database is away.
  @Incoming("query-runs")
  @Blocking
  void take(ConsumerRecord<String, byte[]> message) throws InterruptedException {
    var run = read(message);
    if (!run.path("kind").asText().equals(KIND)) {
      return;
    }
    while (!isWritten(run)) {
      Thread.sleep(BEFORE_NEXT_ATTEMPT);
    }
  }

  private boolean isWritten(JsonNode run) {
    try {
      write(run);
      return true;
    } catch (SQLException failure) {
      var mayPass = !isRefused(failure);
      Log.errorf("a run cannot be written%s: %s", mayPass ? " now" : "", failure.getSQLState());
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

  private void write(JsonNode run) throws SQLException {
    var tenant = new TenantId(run.path("tenant").asText());
    var row = new SystemRow(tenant, SystemRuns.TABLE, EventSchema.SYSTEM_RUNS, KEY, text(run));
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
            Log.infof("a run of tenant %s is told, which is gone", tenant);
          }
        });
  }

  private String text(JsonNode run) {
    try {
      return json.writeValueAsString(run);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("JSON that was read cannot be written", failure);
    }
  }
}
