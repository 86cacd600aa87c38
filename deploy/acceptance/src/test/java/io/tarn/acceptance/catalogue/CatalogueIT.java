package io.tarn.acceptance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.acceptance.product.Answer;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Statements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people of two customers and of the service provider do with kept queries, through the edge.
class CatalogueIT {
  private static final String COUNT = "SELECT count(*) AS events FROM $EDS_ID";
  private static final Map<String, String> QUARTER = Map.of("period", "last 90 days");

  private final Product product = Product.running();
  private final People people = new People(product);
  private final String mark = "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Commands run in containers,  account,  command
          Changes made in the console, account,  action
          Lambda invocations by caller, function, caller
          """)
  void aViewerRunsQueriesOfTheLibraryWithValues(String title, String parameter, String column) {
    // given
    var viewer = of("acme", "viewer");
    var query = viewer.ofLibrary(title);
    // when
    var rows = viewer.run(query, QUARTER);
    var ofNobody = viewer.run(query, Map.of("period", "last 90 days", parameter, "000000000000"));
    // then
    assertThat(rows.path("rows")).as(title).hasSizeGreaterThan(10);
    assertThat(rows.path("columns").valueStream().map(c -> c.path("name").asText()))
        .contains(column);
    assertThat(ofNobody.path("rows")).as("rows of another " + parameter).isEmpty();
    var seen = viewer.read(query).with(200).json();
    assertThat(seen.path("columns").valueStream().map(c -> c.path("name").asText()))
        .containsExactlyElementsOf(
            rows.path("columns").valueStream().map(c -> c.path("name").asText()).toList());
    assertThat(seen.hasNonNull("lastRunAt")).isTrue();
  }

  @Test
  void aViewerRunsNoTextOfTheirOwnByAnyRoute() {
    // given
    var viewer = of("acme", "viewer");
    var ofLibrary = viewer.ofLibrary("Commands run in containers");
    var ofAnalyst = of("acme", "analyst").keep(Catalogue.query("Private " + mark, COUNT));
    var own = Catalogue.query(mark, "SELECT '" + mark + "' FROM $EDS_ID").toString();
    var statement = "{\"statement\":\"SELECT '%s' FROM $EDS_ID\"".formatted(mark);
    var kept = "\"query\":{\"id\":\"" + ofLibrary + "\"}";
    var queries = "/v1/tenants/acme/queries";
    // when
    var answers = new LinkedHashMap<String, Answer>();
    post(answers, viewer, "a statement", queries, statement + "}");
    answers.put(
        "a statement, repeated",
        viewer.caller().with("Idempotency-Key", mark).post(queries, statement + "}"));
    post(
        answers,
        viewer,
        "a statement with parameters",
        queries,
        statement + ",\"parameters\":[],\"values\":{}}");
    post(answers, viewer, "a statement beside a kept query", queries, statement + "," + kept + "}");
    post(
        answers,
        viewer,
        "parameters beside a kept query",
        queries,
        "{" + kept + ",\"parameters\":[{\"name\":\"account\",\"type\":\"text\"}]}");
    post(
        answers,
        viewer,
        "text in a value",
        queries,
        "{" + kept + ",\"values\":{\"account\":\"' OR '" + mark + "' = '" + mark + "\"}}");
    post(
        answers,
        viewer,
        "a value that is no parameter",
        queries,
        "{" + kept + ",\"values\":{\"statement\":\"SELECT '" + mark + "'\"}}");
    post(
        answers,
        viewer,
        "a private query of somebody else",
        queries,
        "{\"query\":{\"id\":\"" + ofAnalyst + "\"}}");
    for (var route : List.of("estimate", "explain", "validate")) {
      post(answers, viewer, route, queries + ":" + route, statement + "}");
    }
    post(answers, viewer, "keep", viewer.address() + "/queries", own);
    post(answers, viewer, "check", viewer.address() + "/queries:validate", own);
    post(answers, viewer, "copy", viewer.address(ofLibrary) + "/copies", "");
    post(
        answers,
        viewer,
        "restore a version",
        viewer.address(ofLibrary) + "/versions/1/restoration",
        "");
    post(
        answers,
        viewer,
        "import",
        viewer.address() + "/import",
        "{\"files\":[{\"path\":\"a.sql\",\"text\":\"SELECT '" + mark + "'\"}]}");
    post(answers, viewer, "for customers", "/v1/catalogue/queries", own);
    post(answers, viewer, "import for customers", "/v1/catalogue/import", "{\"files\":[]}");
    answers.put("save", viewer.caller().send("PUT", viewer.address(ofLibrary), own));
    answers.put(
        "share",
        viewer
            .caller()
            .send("PUT", viewer.address(ofAnalyst) + "/visibility", "{\"visibility\":\"shared\"}"));
    // then
    var statuses = new LinkedHashMap<String, Integer>();
    answers.forEach((route, answer) -> statuses.put(route, answer.status()));
    assertThat(statuses)
        .allSatisfy((route, status) -> assertThat(status).as(route).isIn(400, 403, 404));
    assertThat(statuses)
        .containsEntry("a statement", 403)
        .containsEntry("a statement beside a kept query", 400)
        .containsEntry("text in a value", 400)
        .containsEntry("a private query of somebody else", 404)
        .containsEntry("keep", 403);
    var history = people.person("acme", "tenant-admin").get(queries + "?limit=100").with(200);
    assertThat(history.body()).doesNotContain(mark);
  }

  private static void post(
      Map<String, Answer> answers, Catalogue as, String route, String path, String body) {
    answers.put(route, as.caller().post(path, body));
  }

  @Test
  void whatACustomerKeepsNobodyOfAnotherSees() {
    // given
    var analyst = of("acme", "analyst");
    var statement = "SELECT '" + mark + "' AS a FROM $EDS_ID";
    var mine = Catalogue.query("Private " + mark, statement).put("category", mark);
    mine.putArray("tags").add(mark);
    var privately = analyst.keep(mine);
    var shared = analyst.keep(mine.deepCopy().put("title", "Shared " + mark));
    of("acme", "tenant-admin").share(shared);
    // then the others of the customer see what is shared
    assertThat(analyst.search(mark)).containsExactlyInAnyOrder("Private " + mark, "Shared " + mark);
    assertThat(of("acme", "viewer").search(mark)).containsExactly("Shared " + mark);
    of("acme", "viewer").read(privately).with(404);
    assertThat(of("acme", "viewer").run(shared, Map.of()).path("rows")).isNotEmpty();
    // and nobody of another sees anything
    for (var role : List.of("tenant-admin", "analyst", "viewer")) {
      var other = of("globex", role);
      assertThat(seenBy(other)).as(role).doesNotContain(mark, privately, shared);
      for (var query : List.of(privately, shared)) {
        assertThat(answersTo(other, query))
            .as(role)
            .isEqualTo(answersTo(other, UUID.randomUUID().toString()));
      }
      assertThat(answersTo(other, shared).get("read")).isEqualTo(404);
      assertThat(answersTo(other, shared).get("run")).isEqualTo(404);
    }
  }

  /// All that a catalogue tells of queries that are not asked for by their ids.
  private String seenBy(Catalogue catalogue) {
    var all = new StringBuilder();
    for (var path :
        List.of(
            "/queries?limit=1000",
            "/queries?place=tenant",
            "/queries?deleted=true",
            "/queries?favourite=true",
            "/queries?tag=" + mark,
            "/queries?category=" + mark,
            "/queries?search=Private",
            "/categories",
            "/faults",
            "/export?place=tenant",
            "/export?place=operator")) {
      all.append(catalogue.caller().get(catalogue.address() + path).with(200).body());
    }
    return all.append(catalogue.search(mark)).toString();
  }

  private static Map<String, Integer> answersTo(Catalogue catalogue, String query) {
    var caller = catalogue.caller();
    var address = catalogue.address(query);
    var content = Catalogue.query("x", COUNT).toString();
    var answers = new LinkedHashMap<String, Integer>();
    answers.put("read", caller.get(address).status());
    answers.put("versions", caller.get(address + "/versions").status());
    answers.put("version", caller.get(address + "/versions/1").status());
    answers.put("run", catalogue.submit(query, Map.of()).status());
    answers.put("note a run", caller.post(address + "/runs", "").status());
    answers.put("mark", caller.send("PUT", address + "/favourite", "").status());
    answers.put("copy", caller.post(address + "/copies", "").status());
    answers.put("save", caller.with("If-Match", "\"1\"").send("PUT", address, content).status());
    answers.put("delete", caller.with("If-Match", "\"1\"").delete(address).status());
    answers.put("undelete", caller.post(address + "/restoration", "").status());
    answers.put(
        "share",
        caller.send("PUT", address + "/visibility", "{\"visibility\":\"shared\"}").status());
    return answers;
  }

  @Test
  void aCustomerSeesTheOperatorsQueryOnceASecondPersonApprovedIt() {
    // given
    var operator = people.person("operator");
    var second = people.person("platform-admin");
    var acme = of("acme", "viewer");
    var tenant = acme.caller().get("/v1/tenants/acme").with(200).text("id");
    var content = Catalogue.query("For customers " + mark, COUNT).toString();
    var query = operator.post("/v1/catalogue/queries", content).with(201).text("id");
    assertThat(acme.search(mark)).isEmpty();
    acme.submit(query, Map.of()).with(404);
    // when it is asked for
    var asked =
        operator
            .post(
                "/v1/catalogue/queries/" + query + "/publications",
                "{\"version\":1,\"tenants\":[\"" + tenant + "\"]}")
            .with(201);
    var approval = "/v1/catalogue/publications/" + asked.text("id") + "/approval";
    assertThat(asked.text("state")).isEqualTo("requested");
    assertThat(operator.post(approval, "{}").with(409).text("type"))
        .isEqualTo("/problems/not-in-this-state");
    assertThat(acme.search(mark)).isEmpty();
    // and approved
    assertThat(waiting(second)).contains(query);
    second.post(approval, "{\"note\":\"looks right\"}").with(200);
    // then that customer sees and runs it
    assertThat(acme.search(mark)).containsExactly("For customers " + mark);
    assertThat(acme.run(query, Map.of()).path("rows").path(0).path(0).asLong())
        .isGreaterThanOrEqualTo(Product.DEMO_EVENTS);
    assertThat(of("globex", "tenant-admin").search(mark)).isEmpty();
    of("globex", "tenant-admin").submit(query, Map.of()).with(404);
    // and not what is not approved yet
    operator
        .with("If-Match", "\"1\"")
        .send("PUT", "/v1/catalogue/queries/" + query, content.replace(mark, mark + " anew"))
        .with(200);
    assertThat(acme.read(query).with(200).text("title")).isEqualTo("For customers " + mark);
    // and no more once it is withdrawn
    operator.delete("/v1/catalogue/queries/" + query + "/publication").with(204);
    acme.read(query).with(404);
    acme.submit(query, Map.of()).with(404);
  }

  private static List<String> waiting(Caller curator) {
    return curator
        .get("/v1/catalogue/publications")
        .with(200)
        .json()
        .path("items")
        .valueStream()
        .map((JsonNode publication) -> publication.path("query").asText())
        .toList();
  }

  @Test
  void twoPeopleNoticeThatTheyEditTheSameQuery() {
    // given
    var analyst = of("acme", "analyst");
    var admin = of("acme", "tenant-admin");
    var content = Catalogue.query("Edited " + mark, COUNT);
    var query = analyst.keep(content);
    admin.share(query);
    // when
    var first = save(admin, query, content.put("title", "Edited by the first " + mark).toString());
    var second = save(analyst, query, content.put("title", "By the second " + mark).toString());
    // then
    first.with(200);
    second.with(412);
    assertThat(analyst.read(query).text("title")).isEqualTo("Edited by the first " + mark);
  }

  private static Answer save(Catalogue as, String query, String content) {
    return as.caller().with("If-Match", "\"1\"").send("PUT", as.address(query), content);
  }

  @Test
  void aRunOfAKeptQueryStandsInTheHistory() {
    // given
    var viewer = of("acme", "viewer");
    var query = viewer.ofLibrary("Commands run in containers");
    // when
    var id = viewer.submit(query, QUARTER).with(202).text("id");
    // then
    var state = Statements.state(viewer.caller(), "acme", id).with(200);
    assertThat(state.body()).contains(query);
    var history = viewer.caller().get("/v1/tenants/acme/queries?limit=10").with(200);
    assertThat(history.body()).contains(id);
  }

  private Catalogue of(String tenant, String role) {
    return new Catalogue(people.person(tenant, role), tenant);
  }
}
