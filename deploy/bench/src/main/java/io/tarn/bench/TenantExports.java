package io.tarn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.EdgeException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Runs statements and exports their results, as clients of the API do.
final class TenantExports {
  private static final Set<String> WAITS = Set.of("QUEUED", "RUNNING");
  private static final Set<String> UNENDED = Set.of("queued", "running", "delivering");
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final int SERVER_ERROR = 500;

  private final BenchTenant tenant;

  TenantExports(BenchTenant tenant) {
    this.tenant = tenant;
  }

  /// Runs a statement to its end.
  ///
  /// @return the id of the execution
  String execute(String statement, long rows) throws IOException, InterruptedException {
    var queries = "/v1/tenants/%s/queries".formatted(tenant.slug());
    var id = tenant.edge().post(queries, Map.of("statement", statement)).path("id").asText();
    var seen = tenant.edge().get(queries + "/" + id + "?wait=PT20S");
    while (WAITS.contains(seen.path("state").asText())) {
      seen = tenant.edge().get(queries + "/" + id + "?wait=PT20S");
    }
    if (!seen.path("state").asText().equals("FINISHED")
        || seen.path("statistics").path("rows").asLong() != rows) {
      throw new IOException("The statement did not give %d rows: %s".formatted(rows, seen));
    }
    return id;
  }

  /// Asks for an export of an execution to the tenant's bucket.
  ///
  /// @return the id of the export
  String begin(String execution, String format) throws IOException, InterruptedException {
    var request = Map.of("execution", execution, "format", format);
    return tenant.edge().post(exports(), request, UUID.randomUUID().toString()).path("id").asText();
  }

  String state(String export) throws IOException, InterruptedException {
    return look(export).path("state").asText();
  }

  private JsonNode look(String export) throws IOException, InterruptedException {
    return tenant.edge().get(exports() + "/" + export);
  }

  private String exports() {
    return "/v1/tenants/%s/exports".formatted(tenant.slug());
  }

  /// Waits until an export has succeeded. The service may be away meanwhile.
  FinishedExport await(String export) throws IOException, InterruptedException {
    var deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      try {
        var seen = look(export);
        if (!UNENDED.contains(seen.path("state").asText())) {
          return succeeded(seen);
        }
      } catch (EdgeException refused) {
        if (refused.status() < SERVER_ERROR) {
          throw refused;
        }
      }
      Thread.sleep(LOOK);
    }
    throw new IOException("The export has not ended within " + PATIENCE);
  }

  private static FinishedExport succeeded(JsonNode seen) throws IOException {
    if (!seen.path("state").asText().equals("succeeded")) {
      throw new IOException("The export did not succeed: " + seen);
    }
    return FinishedExport.of(seen);
  }
}
