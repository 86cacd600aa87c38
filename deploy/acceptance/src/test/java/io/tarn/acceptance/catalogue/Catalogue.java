package io.tarn.acceptance.catalogue;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tarn.acceptance.product.Answer;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Statements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The catalogue of a tenant as one caller sees it.
record Catalogue(Caller caller, String tenant) {
  private static final Set<String> OPEN = Set.of("QUEUED", "RUNNING");

  static ObjectNode query(String title, String statement) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", title)
        .put("category", "acceptance")
        .put("statement", statement);
  }

  String address() {
    return "/v1/tenants/" + tenant + "/catalogue";
  }

  String address(String query) {
    return address() + "/queries/" + query;
  }

  /// Keeps a query and gives its id.
  String keep(ObjectNode query) {
    return caller.post(address() + "/queries", query.toString()).with(201).text("id");
  }

  void share(String query) {
    caller.send("PUT", address(query) + "/visibility", "{\"visibility\":\"shared\"}").with(200);
  }

  Answer read(String query) {
    return caller.get(address(query));
  }

  /// The titles that a search finds, the best first.
  List<String> search(String words) {
    return found(words).valueStream().map(query -> query.path("title").asText()).toList();
  }

  private JsonNode found(String words) {
    return caller
        .get(address() + "/queries?search=" + People.encoded(words))
        .with(200)
        .json()
        .path("items");
  }

  /// The id of the library's query with this title.
  String ofLibrary(String title) {
    return found(title)
        .valueStream()
        .filter(query -> query.path("place").asText().equals("library"))
        .filter(query -> query.path("title").asText().equals(title))
        .map(query -> query.path("id").asText())
        .findFirst()
        .orElseThrow(() -> new AssertionError("the library has no " + title));
  }

  /// The answer to a submission of a kept query, whatever it is.
  Answer submit(String query, Map<String, String> values) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("query").put("id", query);
    values.forEach(body.putObject("values")::put);
    return caller.post("/v1/tenants/" + tenant + "/queries", body.toString());
  }

  /// Runs a kept query to its end and gives a page of its result.
  JsonNode run(String query, Map<String, String> values) {
    var id = submit(query, values).with(202).text("id");
    var ended =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () -> Statements.state(caller, tenant, id),
                answer -> !OPEN.contains(answer.text("state")));
    if (!ended.text("state").equals("FINISHED")) {
      throw new AssertionError(query + " ended as " + ended);
    }
    return Statements.results(caller, tenant, id, "limit=1000").json();
  }
}
