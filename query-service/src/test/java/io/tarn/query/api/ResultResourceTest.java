package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnQueryParts
class ResultResourceTest {
  static Scenarios scenarios;

  @BeforeAll
  static void twoTenants() throws SQLException {
    scenarios = Scenarios.create();
  }

  @Test
  void answersTypedRows() {
    // given
    var id =
        scenarios.acme.finished(
            "SELECT eventName, eventTime, readOnly, requestParameters, errorCode FROM "
                + scenarios.acme.store()
                + " WHERE eventName = 'CreateBucket'");
    // when
    var answer = scenarios.acme.results(id, "format=json");
    // then
    answer
        .statusCode(200)
        .body(
            "columns.type",
            contains("varchar", "timestamp(3)", "boolean", "map(varchar, varchar)", "varchar"))
        .body("columns.name", hasItem("eventName"))
        .body("rows", hasSize(1))
        .body("rows[0][0]", equalTo("CreateBucket"))
        .body("rows[0][1]", equalTo("2023-01-22 16:53:53.000"))
        .body("rows[0][2]", equalTo(false))
        .body("rows[0][3]", equalTo(Map.of("bucketName", "b", "acl", "private")))
        .body("rows[0][4]", nullValue())
        .body("nextCursor", nullValue());
    assertThat(answer.extract().asString()).contains("{\"bucketName\":\"b\",\"acl\":\"private\"}");
  }

  @Test
  void answersLakesTextForms() {
    // given
    var id =
        scenarios.acme.finished(
            "SELECT eventname, eventTime, readOnly, requestParameters, errorCode FROM "
                + scenarios.acme.store()
                + " WHERE eventName = 'CreateBucket'");
    // when
    var answer = scenarios.acme.results(id, "format=lake");
    // then
    answer
        .statusCode(200)
        .body("rows[0][0].eventname", equalTo("CreateBucket"))
        .body("rows[0][1].eventTime", equalTo("2023-01-22 16:53:53.000"))
        .body("rows[0][2].readOnly", equalTo("false"))
        .body("rows[0][3].requestParameters", equalTo("{bucketName=b, acl=private}"))
        .body("rows[0][4].errorCode", equalTo(""));
  }

  @Test
  void namesTheFormsOfAResult() {
    // given
    var id = scenarios.acme.finished("SELECT count(*) AS n FROM $EDS_ID");
    // when
    var answer = scenarios.acme.results(id, "format=csv");
    // then
    answer
        .statusCode(400)
        .body("violations.field", equalTo(List.of("format")))
        .body("violations.reason", equalTo(List.of("must be one of json, lake")));
  }

  @Test
  void countsAsNumbersAndAsTexts() {
    // given
    var id = scenarios.acme.finished("SELECT count(*) AS n FROM $EDS_ID");
    // when
    var typed = scenarios.acme.results(id, "format=json");
    var lake = scenarios.acme.results(id, "format=lake");
    // then
    typed.body("rows[0][0]", equalTo(2)).body("columns[0].type", equalTo("bigint"));
    lake.body("rows[0][0].n", equalTo("2"));
  }

  @Test
  void pagesThroughALargeResultInOrder() {
    // given
    var id =
        scenarios.acme.finished(
            "SELECT eventName FROM " + scenarios.acme.large() + " ORDER BY eventTime");
    var names = new ArrayList<String>();
    var sizes = new ArrayList<Integer>();
    String cursor = null;
    // when
    do {
      var page =
          scenarios.acme.results(id, "limit=700" + (cursor == null ? "" : "&cursor=" + cursor));
      List<List<String>> rows = page.statusCode(200).extract().path("rows");
      rows.forEach(row -> names.add(row.getFirst()));
      sizes.add(rows.size());
      cursor = page.extract().path("nextCursor");
    } while (cursor != null);
    // then
    assertThat(sizes).containsExactly(700, 700, 700, 700, 700, 700, 700, 700, 400);
    assertThat(new LinkedHashSet<>(names)).hasSize(6000);
    assertThat(names).startsWith("Name1", "Name2").endsWith("Name6000");
  }

  @Test
  void refusesForeignAndDamagedCursors() {
    // given
    var statement = "SELECT eventName FROM " + scenarios.acme.large();
    var one = scenarios.acme.finished(statement);
    var other = scenarios.acme.finished(statement);
    String cursor = scenarios.acme.results(one, "limit=10").extract().path("nextCursor");
    for (var wrong : List.of("x", cursor.substring(1), cursor + "A", "MTAwMDAwH2FiYw")) {
      // when
      var answer = scenarios.acme.results(one, "cursor=" + wrong);
      // then
      answer.statusCode(400).body("type", equalTo("/problems/invalid-request"));
    }
    scenarios.acme.results(other, "cursor=" + cursor).statusCode(400);
    scenarios.acme.results(one, "cursor=" + cursor).statusCode(200);
  }
}
