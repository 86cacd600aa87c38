package io.tarn.catalog;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Queries that two tenants and their operator keep, by requests under test grants.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_catalog"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(OperatorsS3.class)
class SavedQueriesTest {
  private static final String STATEMENT =
      """
      SELECT eventTime, userIdentity.arn AS who FROM $EDS_ID
      WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}} AND eventName = {{name}}""";

  @Inject Scenarios scenarios;

  private final TestGrants grants = TestGrants.forService("catalog-service");
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String acmeSlug = "acme-" + mark;
  private final String globexSlug = "globex-" + mark;
  private TenantId acme;
  private TenantId globex;

  @BeforeEach
  void plant() {
    acme = scenarios.tenant(acmeSlug);
    globex = scenarios.tenant(globexSlug);
    var main = scenarios.store(acme, "main");
    scenarios.run("update event_data_stores set is_default = true where id = ?", main);
    var other = scenarios.store(globex, "main");
    scenarios.run("update event_data_stores set is_default = true where id = ?", other);
  }

  @Test
  void anAnalystKeepsAQueryForThemselvesUntilItIsShared() {
    // when
    var kept = create("wile", query("Who ran it"));
    var id = kept.path("id").toString();

    // then
    kept.then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("place", equalTo("tenant"), "shared", equalTo(false), "version", equalTo(1))
        .body("parameters.name", contains("period", "name"));
    assertThat(analyst("wile").get(address(id)).statusCode()).isEqualTo(200);
    assertThat(analyst("road").get(address(id)).statusCode()).isEqualTo(404);
    assertThat(viewer("eve").get(address(id)).statusCode()).isEqualTo(404);

    // when
    var refused =
        json(analyst("wile"), Map.of("visibility", "shared")).put(address(id + "/visibility"));
    share(id);

    // then
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(viewer("eve").get(address(id)).statusCode()).isEqualTo(200);
    viewer("eve").get(address("?place=tenant")).then().body("items.title", hasItem("Who ran it"));
  }

  @Test
  void keepsAQueryThatSchedulesGiveAWindow() {
    // given
    var query = new HashMap<String, Object>(query("In a window"));
    query.put("parameters", List.of());
    query.put(
        "statement",
        "SELECT eventName FROM $EDS_ID"
            + " WHERE eventTime >= {{window.start}} AND eventTime < {{window.end}}");
    // when
    var kept = create("wile", query);
    // then
    kept.then().statusCode(201);
  }

  @Test
  void whoMayNoLongerWriteSeesTheirOwnPrivateTextsNoMore() {
    // given
    var id = create("wile", query("Private")).path("id").toString();

    // then
    assertThat(viewer("wile").get(address(id)).statusCode()).isEqualTo(404);
    assertThat(viewer("wile").post(address(id + "/runs")).statusCode()).isEqualTo(404);
  }

  @Test
  void concurrentEditsAreNoticed() {
    // given
    var id = create("wile", query("One")).path("id").toString();
    share(id);

    // when
    var first = json(analyst("road"), query("Two")).header("If-Match", "\"1\"").put(address(id));
    var late = json(analyst("wile"), query("Three")).header("If-Match", "\"1\"").put(address(id));
    var blind = json(analyst("wile"), query("Three")).put(address(id));

    // then
    first.then().statusCode(200).header("ETag", "\"2\"").body("title", equalTo("Two"));
    late.then()
        .statusCode(412)
        .body("type", equalTo("/problems/query-changed"), "newestVersion", equalTo(2));
    blind.then().statusCode(428);
    analyst("wile")
        .get(address(id + "/versions"))
        .then()
        .body("items.version", contains(2, 1))
        .body("items.author.subject", contains("road", "wile"));
    analyst("wile").get(address(id + "/versions/1")).then().body("title", equalTo("One"));
  }

  @Test
  void anOlderVersionIsSavedAgain() {
    // given
    var id = create("wile", query("One")).path("id").toString();
    json(analyst("wile"), query("Two")).header("If-Match", "\"1\"").put(address(id));

    // when
    var restored =
        analyst("wile").header("If-Match", "\"2\"").post(address(id + "/versions/1/restoration"));

    // then
    restored.then().statusCode(200).body("title", equalTo("One"), "version", equalTo(3));
  }

  @Test
  void aDeletionCanBeUndone() {
    // given
    var id = create("wile", query("Gone")).path("id").toString();

    // when
    var deleted = analyst("wile").header("If-Match", "\"1\"").delete(address(id));

    // then
    assertThat(deleted.statusCode()).isEqualTo(204);
    assertThat(analyst("wile").get(address(id)).statusCode()).isEqualTo(404);
    analyst("wile").get(address("?deleted=true")).then().body("items.id", hasItem(id));
    analyst("road").get(address("?deleted=true")).then().body("items", empty());

    // when
    var undone = analyst("wile").post(address(id + "/restoration"));

    // then
    undone.then().statusCode(200).body("title", equalTo("Gone"));
  }

  @Test
  void aCopySaysWhenItsOriginalHasMovedOn() {
    // given
    var id = create("wile", query("Original")).path("id").toString();
    share(id);

    // when
    var copy = analyst("road").post(address(id + "/copies"));
    json(analyst("wile"), query("Original, better")).header("If-Match", "\"1\"").put(address(id));

    // then
    copy.then().statusCode(201).body("origin.id", equalTo(id), "origin.hasMovedOn", equalTo(false));
    analyst("road")
        .get(address(copy.path("id")))
        .then()
        .body("origin.title", equalTo("Original, better"), "origin.hasMovedOn", equalTo(true));
  }

  @Test
  void favouritesAreOfTheCaller() {
    // given
    var id = create("wile", query("Liked")).path("id").toString();
    share(id);

    // when
    viewer("eve").put(address(id + "/favourite"));

    // then
    viewer("eve").get(address("?favourite=true")).then().body("items.id", contains(id));
    analyst("wile").get(address("?favourite=true")).then().body("items", empty());

    // when
    viewer("eve").delete(address(id + "/favourite"));

    // then
    viewer("eve").get(address("?favourite=true")).then().body("items", empty());
  }

  @Test
  void aRunIsOfTheVersionThatTheCallerSees() {
    // given
    var id = create("wile", query("Run")).path("id").toString();
    json(analyst("wile"), query("Run")).header("If-Match", "\"1\"").put(address(id));
    share(id);

    // when
    var now = viewer("eve").post(address(id + "/runs"));
    var older = viewer("eve").post(address(id + "/runs?version=1"));
    var olderOfAnalyst = analyst("road").post(address(id + "/runs?version=1"));

    // then
    now.then().statusCode(200).body("version", equalTo(2), "statement", equalTo(STATEMENT));
    assertThat(older.statusCode()).isEqualTo(404);
    olderOfAnalyst.then().statusCode(200).body("version", equalTo(1));
    viewer("eve").get(address("?place=tenant")).then().body("items[0].lastRunAt", not(nullValue()));
  }

  @Test
  void nothingOfAnotherTenantIsSeen() {
    // given
    var id = create("wile", query("Acme's hush-hush")).path("id").toString();
    share(id);
    json(operator(), Map.of()).put(address(id + "/favourite"));

    for (var address :
        List.of(id, id + "/versions", id + "/versions/1", "?search=hush-hush", "?tag=" + mark)) {
      // when
      var answer = given().auth().oauth2(foreign()).get(foreignAddress(address));

      // then
      assertThat(answer.statusCode()).as(address).isIn(200, 404);
      assertThat(answer.asString()).as(address).doesNotContain("hush", mark, "wile", id);
    }
    for (var change :
        List.of(
            given().auth().oauth2(foreign()).header("If-Match", "\"1\"").delete(foreignAddress(id)),
            given().auth().oauth2(foreign()).post(foreignAddress(id + "/copies")),
            given().auth().oauth2(foreign()).post(foreignAddress(id + "/runs")),
            given().auth().oauth2(foreign()).put(foreignAddress(id + "/favourite")))) {
      assertThat(change.statusCode()).isEqualTo(404);
    }
    given()
        .auth()
        .oauth2(foreign())
        .get("/v1/tenants/" + globex + "/catalogue/categories")
        .then()
        .body("items.name", not(hasItem("cat-" + mark)));
  }

  @Test
  void anOperatorsQueryIsSeenOnceASecondPersonApprovedIt() {
    // given
    var id =
        json(curator("mona"), query("For customers"))
            .post("/v1/catalogue/queries")
            .path("id")
            .toString();

    // when
    var requested =
        json(curator("mona"), Map.of("version", 1))
            .post("/v1/catalogue/queries/" + id + "/publications");
    String publication = requested.path("id");

    // then
    requested.then().statusCode(201).body("state", equalTo("requested"));
    assertThat(viewer("eve").get(address(id)).statusCode()).isEqualTo(404);
    decide("mona", publication, "approval").then().statusCode(409);

    // when
    decide("ned", publication, "approval").then().statusCode(200);
    json(curator("mona"), query("For customers, draft"))
        .header("If-Match", "\"1\"")
        .put("/v1/catalogue/queries/" + id)
        .then()
        .statusCode(200);

    // then
    viewer("eve")
        .get(address(id))
        .then()
        .statusCode(200)
        .body("place", equalTo("operator"), "title", equalTo("For customers"))
        .body("canEdit", equalTo(false), "version", equalTo(1));
    assertThat(viewer("eve").get(address(id + "/versions/2")).statusCode()).isEqualTo(404);
    viewer("eve").get(address(id + "/versions")).then().body("items.version", contains(1));
    json(analyst("wile"), query("Mine now"))
        .header("If-Match", "\"1\"")
        .put(address(id))
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/not-your-query"));

    // when
    curator("mona").delete("/v1/catalogue/queries/" + id + "/publication").then().statusCode(204);

    // then
    assertThat(viewer("eve").get(address(id)).statusCode()).isEqualTo(404);
  }

  @Test
  void anOperatorPublishesToCustomersThatAreAssigned() {
    // given
    scenarios.operator(acme, "mona");
    var id =
        json(curator("mona"), query("Chosen")).post("/v1/catalogue/queries").path("id").toString();

    // when
    var refused = publish("mona", id, List.of(globex.value()));
    var requested = publish("mona", id, List.of(acme.value()));
    decide("ned", requested.path("id"), "approval");

    // then
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(viewer("eve").get(address(id)).statusCode()).isEqualTo(200);
    assertThat(given().auth().oauth2(foreign()).get(foreignAddress(id)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void tenantsDoNotCurate() {
    assertThat(analyst("wile").get("/v1/catalogue/queries").statusCode()).isEqualTo(403);
    assertThat(
            given()
                .auth()
                .oauth2(grants.forPlatform(Role.SIGNED_IN).mint())
                .get("/v1/catalogue/queries")
                .statusCode())
        .isEqualTo(403);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(Map.of("title", " "), "title"),
        Arguments.of(Map.of("title", "a\u0001b"), "title"),
        Arguments.of(Map.of("title", "x".repeat(201)), "title"),
        Arguments.of(Map.of("description", "x".repeat(20_001)), "description"),
        Arguments.of(Map.of("category", "Not One"), "category"),
        Arguments.of(Map.of("attack", List.of("T1")), "attack[0]"),
        Arguments.of(Map.of("tags", List.of("x".repeat(51))), "tags[0]"),
        Arguments.of(
            Map.of("statement", "SELECT 1 FROM $EDS_ID WHERE eventName = '{{name}}'"), "statement"),
        Arguments.of(Map.of("statement", "SELECT 1 FROM {{name}}"), "statement"),
        Arguments.of(Map.of("statement", "SELECT nothing FROM $EDS_ID"), "statement"),
        Arguments.of(Map.of("statement", "SELECT {{other}} FROM $EDS_ID"), "statement"),
        Arguments.of(Map.of("statement", "SELECT {{name}} FROM $EDS_ID"), "parameters[0].name"),
        Arguments.of(
            Map.of("parameters", List.of(Map.of("name", "name", "type", "words"))),
            "parameters[0].type"),
        Arguments.of(
            Map.of(
                "parameters",
                List.of(
                    Map.of("name", "name", "type", "text"),
                    Map.of("name", "NAME", "type", "text"))),
            "parameters[1].name"),
        Arguments.of(
            Map.of(
                "parameters",
                List.of(Map.of("name", "name", "type", "integer", "default", "many"))),
            "parameters[0].default"));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("faults")
  void whatCannotBeSavedIsRefusedWithItsPlace(Map<String, Object> change, String field) {
    // given
    var request = new HashMap<>(query("Faulty"));
    request.putAll(change);

    // when
    var answer = json(analyst("wile"), request).post(address(""));

    // then
    answer.then().statusCode(400).body("violations.field", hasItems(field));
    assertThat(scenarios.count("select count(*) from queries where tenant_id = ?", acme.value()))
        .isZero();
  }

  @Test
  void wordsFindQueriesInAnyFormAndNearlyRight() {
    // given
    share(create("wile", query("Commands run in containers", "ecs", "exec")).path("id"));
    share(create("wile", query("Buckets opened to the public", "s3")).path("id"));

    // then
    for (var words : List.of("ecs command", "container", "comands in contaners", "EXEC")) {
      viewer("eve")
          .queryParam("search", words)
          .queryParam("place", "tenant")
          .get(address(""))
          .then()
          .body("items[0].title", equalTo("Commands run in containers"));
    }
    viewer("eve").queryParam("search", "zebraxyz").get(address("")).then().body("items", empty());
    viewer("eve").queryParam("search", "' or 1=1 --").get(address("")).then().statusCode(200);
  }

  @Test
  void aGrantIsExchangedForTheOneServiceThatAsks() {
    // given
    var asked = TestGrants.forService("query-service").grant(acme, acmeSlug, Role.VIEWER);

    // when
    var exchanged = exchange(asked);
    var refused = exchange(grants.grant(acme, acmeSlug, Role.VIEWER));

    // then
    exchanged.then().statusCode(200);
    assertThat(refused.statusCode()).isEqualTo(401);
  }

  @Test
  void aGrantIsExchangedForAPurposeOfTheServiceThatAsks() {
    // given
    var asked = TestGrants.forService("scheduler-service").grant(acme, acmeSlug, Role.TENANT_ADMIN);
    // when
    String exchanged = exchangeFor("chargeback", asked).then().extract().path("grant");
    // then
    var claims = new String(Base64.getUrlDecoder().decode(exchanged.split("\\.", -1)[1]), UTF_8);
    assertThat(claims).contains("\"chargeback\"").contains(acme.value());
    exchangeFor("schedule", asked).then().statusCode(400);
  }

  private Response exchangeFor(String purpose, String grant) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("grant", grant, "audience", "query-service", "purpose", purpose))
        .post("/internal/grants/exchanged");
  }

  private Response exchange(String grant) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("grant", grant, "audience", "catalog-service"))
        .post("/internal/grants/exchanged");
  }

  private Response publish(String who, String id, List<String> tenants) {
    return json(curator(who), Map.of("version", 1, "tenants", tenants))
        .post("/v1/catalogue/queries/" + id + "/publications");
  }

  private Response decide(String who, String publication, String decision) {
    return json(curator(who), Map.of())
        .post("/v1/catalogue/publications/" + publication + "/" + decision);
  }

  private Response create(String who, Map<String, Object> query) {
    return json(analyst(who), query).post(address(""));
  }

  private void share(String id) {
    json(admin(), Map.of("visibility", "shared"))
        .put(address(id + "/visibility"))
        .then()
        .statusCode(200);
  }

  private Map<String, Object> query(String title, String... tags) {
    return Map.of(
        "title",
        title,
        "category",
        "cat-" + mark,
        "tags",
        Stream.concat(Stream.of(mark), Stream.of(tags)).toList(),
        "statement",
        STATEMENT,
        "parameters",
        List.of(
            Map.of("name", "period", "type", "time-range", "default", "last 7 days"),
            Map.of("name", "name", "type", "event-name")));
  }

  private String address(String rest) {
    return "/v1/tenants/%s/catalogue/queries%s"
        .formatted(acme, rest.isEmpty() || rest.startsWith("?") ? rest : "/" + rest);
  }

  private String foreignAddress(String rest) {
    return address(rest).replace(acme.value(), globex.value());
  }

  private String foreign() {
    return grants.grant(globex, globexSlug, Role.TENANT_ADMIN);
  }

  private RequestSpecification json(RequestSpecification as, Object body) {
    return as.contentType(ContentType.JSON).body(body);
  }

  private RequestSpecification admin() {
    return given().auth().oauth2(grants.grant(acme, acmeSlug, Role.TENANT_ADMIN));
  }

  private RequestSpecification operator() {
    return given().auth().oauth2(grants.grant(acme, acmeSlug, Role.OPERATOR));
  }

  private RequestSpecification analyst(String who) {
    return as(Role.ANALYST, who);
  }

  private RequestSpecification viewer(String who) {
    return as(Role.VIEWER, who);
  }

  private RequestSpecification as(Role role, String who) {
    var person = new Actor(Tokens.issuer(), who, who);
    return given().auth().oauth2(grants.in(acme, acmeSlug, role).actor(person).mint());
  }

  private RequestSpecification curator(String who) {
    var person = new Actor(Tokens.issuer(), who, who);
    return given().auth().oauth2(grants.forPlatform(Role.CURATOR).actor(person).mint());
  }
}
