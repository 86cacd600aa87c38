package io.tarn.local.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.output.Column;
import io.tarn.local.output.RowWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/// Runs statements for one tenant and reads their results page by page.
public final class Statements {
  private static final Set<String> RUNNING = Set.of("QUEUED", "RUNNING");
  private static final int PAGE = 1000;

  private final EdgeClient edge;
  private final String queries;

  public Statements(EdgeClient edge, String tenant) {
    this.edge = edge;
    this.queries = "/v1/tenants/%s/queries".formatted(tenant);
  }

  /// Submits a statement and returns the id of its run.
  public String submit(String statement) throws IOException, InterruptedException {
    return edge.post(queries, Map.of("statement", statement)).path("id").asText();
  }

  /// Submits a kept query with values of its parameters and returns the id of its run.
  public String submit(String query, Map<String, Object> values)
      throws IOException, InterruptedException {
    var request = Map.of("query", Map.of("id", query), "values", values);
    return edge.post(queries, request).path("id").asText();
  }

  /// Waits for the end of a run, however it ends.
  public JsonNode await(String id) throws IOException, InterruptedException {
    var run = edge.get(queries + "/" + id + "?wait=PT10S");
    while (RUNNING.contains(run.path("state").asText())) {
      run = edge.get(queries + "/" + id + "?wait=PT10S");
    }
    return run;
  }

  public void cancel(String id) throws IOException, InterruptedException {
    edge.delete(queries + "/" + id);
  }

  /// Gives a finished run's rows to the writer.
  public void write(JsonNode run, RowWriter writer) throws IOException, InterruptedException {
    var path = "%s/%s/results?limit=%d".formatted(queries, run.path("id").asText(), PAGE);
    var page = edge.get(path);
    writer.begin(columns(page));
    writer.rows(rows(page));
    while (page.hasNonNull("nextCursor")) {
      page = edge.get(path + "&cursor=" + page.path("nextCursor").asText());
      writer.rows(rows(page));
    }
    writer.end(run.path("statistics"));
  }

  /// The one number that a statement answers.
  public long number(String statement) throws IOException, InterruptedException {
    return rows(statement).getFirst().path(0).asLong();
  }

  /// The first rows that a statement answers.
  public List<JsonNode> rows(String statement) throws IOException, InterruptedException {
    var run = await(submit(statement));
    if (!"FINISHED".equals(run.path("state").asText())) {
      throw EdgeException.of(500, run.path("problem"));
    }
    var path = "%s/%s/results?limit=%d".formatted(queries, run.path("id").asText(), PAGE);
    return rows(edge.get(path));
  }

  private static List<Column> columns(JsonNode page) {
    return StreamSupport.stream(page.path("columns").spliterator(), false)
        .map(column -> new Column(column.path("name").asText(), column.path("type").asText()))
        .toList();
  }

  private static List<JsonNode> rows(JsonNode page) {
    return StreamSupport.stream(page.path("rows").spliterator(), false).toList();
  }
}
