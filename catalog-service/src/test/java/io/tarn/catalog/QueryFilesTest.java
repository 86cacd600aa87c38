package io.tarn.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.sql.PublishedStatement;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Folders of queries go in and out.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_catalog"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(OperatorsS3.class)
class QueryFilesTest {
  private static final String HEADED =
      """
      -- title: Who ran it
      -- category: containers
      -- parameters:
      --   - name: name
      --     type: choice
      --     choices: [RunTask, ExecuteCommand]
      SELECT eventTime FROM $EDS_ID WHERE eventName = {{name}}
      """;

  @Inject Scenarios scenarios;

  private final TestGrants grants = TestGrants.forService("catalog-service");
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String slug = "acme-" + mark;
  private TenantId acme;

  @BeforeEach
  void plant() {
    acme = scenarios.tenant(slug);
    var main = scenarios.store(acme, "main");
    scenarios.run("update event_data_stores set is_default = true where id = ?", main);
  }

  @Test
  void aFolderComesInOnce() {
    // given
    var files = List.of(file("containers/who.sql", HEADED));
    // then
    bring(files, true).body("items.outcome", contains("created"));
    bring(files, false).body("items.outcome", contains("created"));
    bring(files, false).body("items.outcome", contains("unchanged"));
    bring(List.of(file("containers/who.sql", HEADED.replace("eventTime", "eventID"))), false)
        .body("items.outcome", contains("updated"));
    assertThat(exported()).hasSize(1);
  }

  @Test
  void placeholdersOfOtherToolsBecomeParameters() {
    // given
    var text =
        """
        SELECT eventID FROM <EDS ID>
        WHERE eventTime > '${date_filter}' AND userIdentity.userName = '<user name>'
          AND recipientAccountId = '{{account}}' AND eventName = 'RunTask'""";
    // when
    var answer = bring(List.of(file("ecs/started-tasks.sql", text)), false);
    // then
    answer
        .body("items.outcome", contains("created"))
        .body("items[0].proposals.name", contains("eventname"))
        .body("items[0].proposals.constant", contains("'RunTask'"))
        .body("items[0].proposals.line", contains(3));
    assertThat(exported())
        .singleElement()
        .satisfies(
            file ->
                assertThat(file)
                    .contains(
                        "title: started tasks",
                        "category: ecs",
                        "{{date_filter}}",
                        "type: timestamp",
                        "{{user_name}}",
                        "{{account}}",
                        "type: account",
                        "FROM $EDS_ID"));
  }

  @Test
  void whatIsWrongIsNamedWithItsPlaceAndTheRestComesIn() {
    // when
    var answer =
        bring(
            List.of(
                file("a.sql", "-- title: A\n-- category: x\n-- owner: me\nSELECT 1 FROM $EDS_ID"),
                file("b.sql", "SELECT FROM $EDS_ID"),
                file("c.sql", "SELECT 1 AS x FROM $EDS_ID")),
            false);
    // then
    answer
        .body("items.outcome", contains("rejected", "rejected", "created"))
        .body("items[0].violations.field", hasItem("owner"))
        .body("items[0].violations[0].reason", equalTo("line 3: is unknown"))
        .body("items[1].violations.field", hasItem("statement"));
  }

  @Test
  void aTitleOfOtherPeopleIsTakenAndTheirOtherRemarksStay() {
    // given
    var text = "-- title: Images made public\n-- dialect: lake\n\nSELECT eventID FROM $EDS_ID";
    // when
    bring(List.of(file("compute/images.sql", text)), false)
        .body("items.outcome", contains("created"));
    // then
    assertThat(exported())
        .singleElement()
        .satisfies(
            file ->
                assertThat(file).contains("-- title: Images made public\n", "\n-- dialect: lake"));
    bring(exportedFiles(), false).body("items.outcome", contains("unchanged"));
  }

  @Test
  void theOperatorsFolderIsMadeTheCatalogue() {
    // given
    var one = file("x/one.sql", HEADED.replace("Who ran it", "One " + mark));
    var two = file("x/two.sql", HEADED.replace("Who ran it", "Two " + mark));
    forCustomers(List.of(one, two), "whole=true");
    forCustomers(List.of(one, file("x/two.sql", "-- title: Two\n-- category: ?\n")), "whole=true")
        .body("items.outcome", contains("unchanged", "rejected"));
    // when
    var dry = forCustomers(List.of(one), "whole=true&dryRun=true");
    var real = forCustomers(List.of(one), "whole=true");
    // then
    dry.body("items.outcome", contains("unchanged", "deleted"));
    real.body("items.outcome", contains("unchanged", "deleted"));
    curator()
        .get("/v1/catalogue/export")
        .then()
        .body("items", hasSize(1))
        .body("items.path", contains("containers/one-" + mark + ".sql"));
  }

  @Test
  void publishedStatementsComeInAndOutWithoutADifference() throws IOException {
    // given
    var files =
        PublishedStatement.all().stream()
            .map(published -> file("lake/" + published.file(), published.statement()))
            .toList();
    // when
    var first = bring(files, false).extract();
    var created = first.jsonPath().getList("items.outcome").stream().filter("created"::equals);
    var out = exportedFiles();
    var second = bring(out, false);
    // then
    assertThat(created.count()).isEqualTo(out.size()).isGreaterThanOrEqualTo(81);
    second.body("items.outcome", everyItem(equalTo("unchanged")));
    assertThat(exportedFiles()).isEqualTo(out);
  }

  private static Map<String, String> file(String path, String text) {
    return Map.of("path", path, "text", text);
  }

  private ValidatableResponse bring(List<Map<String, String>> files, boolean dryRun) {
    return analyst()
        .contentType(ContentType.JSON)
        .body(Map.of("files", files))
        .post("/v1/tenants/" + acme + "/catalogue/import?dryRun=" + dryRun)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse forCustomers(List<Map<String, String>> files, String parameters) {
    return curator()
        .contentType(ContentType.JSON)
        .body(Map.of("files", files))
        .post("/v1/catalogue/import?" + parameters)
        .then()
        .statusCode(200);
  }

  private List<String> exported() {
    return exportedFiles().stream().map(file -> file.get("text")).toList();
  }

  private List<Map<String, String>> exportedFiles() {
    return analyst()
        .get("/v1/tenants/" + acme + "/catalogue/export")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items");
  }

  private RequestSpecification analyst() {
    var person = new Actor(Tokens.issuer(), "wile", "Wile");
    return given().auth().oauth2(grants.in(acme, slug, Role.ANALYST).actor(person).mint());
  }

  private RequestSpecification curator() {
    var person = new Actor(Tokens.issuer(), "mona", "Mona");
    return given().auth().oauth2(grants.forPlatform(Role.CURATOR).actor(person).mint());
  }
}
