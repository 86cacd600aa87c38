package io.tarn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.EdgeClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Runs one statement as a client does: submits it, waits for its end, reads the first page.
final class BenchStatement {
  private static final double NANOS_A_MILLI = 1e6;

  private final EdgeClient edge;
  private final String queries;
  private final String statement;

  /// What one run took, in milliseconds.
  ///
  /// @param untilStart from the submission to the begin of the execution, by the service's clock
  record Times(double submit, double await, double page, double untilStart) {
    double all() {
      return submit + await + page;
    }
  }

  BenchStatement(EdgeClient edge, String tenant, String statement) {
    this.edge = edge;
    this.queries = "/v1/tenants/%s/queries".formatted(tenant);
    this.statement = statement;
  }

  Times run() throws IOException, InterruptedException {
    var begin = System.nanoTime();
    var id = edge.post(queries, Map.of("statement", statement)).path("id").asText();
    var submitted = System.nanoTime();
    var run = edge.get(queries + "/" + id + "?wait=PT10S");
    var ended = System.nanoTime();
    if (!"FINISHED".equals(run.path("state").asText())) {
      throw new IOException("The statement did not finish: " + run);
    }
    edge.get(queries + "/" + id + "/results?limit=1000");
    var read = System.nanoTime();
    return new Times(
        millis(submitted - begin), millis(ended - submitted), millis(read - ended), wait(run));
  }

  private static double wait(JsonNode run) {
    var from = Instant.parse(run.path("submittedAt").asText());
    return millis(Duration.between(from, Instant.parse(run.path("startedAt").asText())).toNanos());
  }

  private static double millis(long nanos) {
    return nanos / NANOS_A_MILLI;
  }
}
