package io.tarn.acceptance.product;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Set;

/// Statements sent through the edge.
public final class Statements {
  private static final Set<String> OPEN = Set.of("QUEUED", "RUNNING");

  private Statements() {}

  /// The answer to a submission, whatever it is.
  public static Answer submit(Caller caller, String tenant, String statement) {
    var body = JsonNodeFactory.instance.objectNode().put("statement", statement);
    return caller.post("/v1/tenants/" + tenant + "/queries", body.toString());
  }

  /// Submits, waits for the end and gives the id of the finished execution.
  public static String finished(Caller caller, String tenant, String statement) {
    var id = submit(caller, tenant, statement).with(202).text("id");
    var state =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> state(caller, tenant, id), answer -> !OPEN.contains(answer.text("state")));
    if (!state.text("state").equals("FINISHED")) {
      throw new AssertionError(statement + " ended as " + state);
    }
    return id;
  }

  /// The state of an execution, asked with a short wait.
  public static Answer state(Caller caller, String tenant, String id) {
    return caller.get("/v1/tenants/" + tenant + "/queries/" + id + "?wait=PT5S");
  }

  /// A page of rows.
  public static Answer results(Caller caller, String tenant, String id, String parameters) {
    return caller
        .get("/v1/tenants/" + tenant + "/queries/" + id + "/results?" + parameters)
        .with(200);
  }

  /// The first value of the first row.
  public static String single(Caller caller, String tenant, String statement) {
    var id = finished(caller, tenant, statement);
    return results(caller, tenant, id, "limit=1").json().path("rows").path(0).path(0).asText();
  }
}
