package io.tarn.query.api;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tarn.service.gate.Role;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What statements can be made of is told to whoever may read or run them.
@QuarkusTest
@OnQueryParts
class SqlResourceTest {
  private static final String PATH = "/v1/tenants/acme/sql/functions";

  static Scenarios scenarios;

  @BeforeAll
  static void twoTenants() throws SQLException {
    scenarios = Scenarios.create();
  }

  @Test
  void namesEachFunctionOnceWithAllItsSignatures() {
    // when
    var answer = read(Role.ANALYST).statusCode(200);
    // then
    answer
        .body("functions.findAll { it.name == 'reverse' }.size()", equalTo(1))
        .body("functions.find { it.name == 'reverse' }.kind", equalTo("scalar"))
        .body(
            "functions.find { it.name == 'reverse' }.signatures.text",
            containsInAnyOrder("reverse(varchar): varchar", "reverse(array(T)): array(T)"))
        .body(
            "functions.find { it.name == 'reverse' }.signatures.chapter",
            containsInAnyOrder("text", "array"))
        .body("functions.find { it.name == 'count' }.kind", equalTo("aggregate"))
        .body("functions.find { it.name == 'rank' }.kind", equalTo("window"))
        .body("functions.signatures.help.flatten()", not(hasItem(emptyString())))
        .body("functions.name", not(hasItem("$equal")));
  }

  @Test
  void namesWhatIsRefused() {
    // when
    var answer = read(Role.ANALYST).statusCode(200);
    // then
    answer
        .body(
            "refusedFunctions.find { it.name == 'random' }.reason",
            equalTo("gives another number each time"))
        .body("constructs.find { it.name == 'GROUP BY' }.isSupported", equalTo(true))
        .body("constructs.find { it.name == 'TABLESAMPLE' }.isSupported", equalTo(false))
        .body("keywords", hasItems("SELECT", "FROM", "TRY_CAST"))
        .body("keywords", not(hasItem("TABLESAMPLE")));
  }

  @Test
  void isNotSentAgainToWhoHasIt() {
    // given
    var tag = read(Role.ANALYST).extract().header("ETag");
    // when
    var answer = scenarios.acme.as(Role.VIEWER).header("If-None-Match", tag).get(PATH).then();
    // then
    answer.statusCode(304).header("ETag", tag).body(emptyString());
  }

  @ParameterizedTest
  @EnumSource(names = {"TENANT_ADMIN", "ANALYST", "VIEWER", "OPERATOR"})
  void isReadByWhoMayReadOrRunStatements(Role role) {
    read(role).statusCode(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"APPROVER", "INGEST", "PLATFORM_ADMIN"})
  void isRefusedToOthers(Role role) {
    read(role).statusCode(403);
  }

  @Test
  void isNotFoundInAnotherTenant() {
    scenarios.globex.as(Role.ANALYST).get(PATH).then().statusCode(404);
  }

  private static ValidatableResponse read(Role role) {
    return scenarios.acme.as(role).get(PATH).then();
  }
}
