package io.tarn.scheduler.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.report.SignedZip;
import io.tarn.scheduler.signing.SigningKeys;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import io.tarn.testing.TestParts;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Chargeback over real events of two tenants, from the statements of meters to closed months.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_scheduler"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(value = RealEventsResource.class, restrictToAnnotatedClass = true)
class ChargebackTest {
  private static final String MAY = "/statements/2024-05";
  private static final String ORDERS = "arn:aws:lambda:eu-west-1:111122223333:function:orders";
  private static final int SESSION = 1 | 2 | 8;

  private final TestGrants grants = TestGrants.forService("scheduler-service");

  @Inject Transactions transactions;
  @Inject SigningKeys keys;

  private TenantId acme;
  private TenantId globex;
  private String events;

  @BeforeEach
  void begin() {
    var config = ConfigProvider.getConfig();
    acme = new TenantId(config.getValue("test.acme", String.class));
    globex = new TenantId(config.getValue("test.globex", String.class));
    events = config.getValue("test.events", String.class) + "/v1/events/";
    transactions.run(
        connection -> {
          for (var table :
              List.of("credits", "statements", "readings", "usage", "documents", "meters")) {
            try (var statement = connection.createStatement()) {
              statement.execute("delete from chargeback_" + table);
            }
          }
        });
  }

  @Test
  void chargesInvocationsOnceWithErrorsAndRetriesApart() {
    // given
    var day = "2024-03-05 ";
    invoke(acme, day + "23:58:00", "orders", "alice", "r1", null);
    invoke(acme, day + "23:59:00", "orders:live", "alice", "r2", "TooManyRequestsException");
    // the same request again, after midnight: two retries
    invoke(acme, "2024-03-06 00:00:10", ORDERS, "alice", "r2", "TooManyRequestsException");
    invoke(acme, "2024-03-06 00:02:10", "111122223333:function:orders", "alice", "r2", null);
    // and more than six hours later, another one
    invoke(acme, "2024-03-06 08:00:00", "orders", "alice", "r2", null);
    invoke(acme, "2024-03-07 08:00:00", "orders", "bob", "r3", null);
    invoke(globex, "2024-03-07 08:00:00", "orders", "eve", "r4", null);
    copy(acme, "2024-03-07 08:00:00.500", "twin", "twin");
    copy(acme, "2024-03-07 08:00:00.501", "twin", "twin");

    // when
    var march = as(acme).post(path("/statements/2024-03/recount")).then().statusCode(200);

    // then
    var lines = march.extract().jsonPath();
    assertThat(quantities(lines, "lambda-invocations"))
        .containsOnly(
            Map.entry(ORDERS + " arn:aws:sts::111122223333:assumed-role/Caller/alice", "2"),
            Map.entry(ORDERS + " arn:aws:sts::111122223333:assumed-role/Caller/bob", "1"),
            Map.entry(ORDERS + " arn:aws:sts::111122223333:assumed-role/Caller/twin", "1"));
    assertThat(quantities(lines, "lambda-errors").values()).containsExactly("1");
    assertThat(quantities(lines, "lambda-retries").values()).containsExactly("2");
    assertThat(quantities(lines, "tarn-events").values()).containsExactly("8");
    march.body("state", equalTo("open")).body("problems", hasSize(0));
  }

  @Test
  void countsWhatPeopleScannedAndNotWhatTarnReads() throws SQLException {
    // given
    scanned(acme, "https://idp", "Ann", "2024-02-29 23:59:59.999", 4096);
    scanned(acme, "https://idp", "Ann", "2024-02-01 00:00:00", 4);
    scanned(acme, "https://idp", "Ann", "2024-03-01 00:00:00", 9);
    scanned(acme, "https://idp", "Bob", "2024-02-10 12:00:00", null);
    scanned(acme, "tarn", "scheduler-service", "2024-02-10 12:00:00", 1_000_000);
    scanned(globex, "https://idp", "Eve", "2024-02-10 12:00:00", 77);
    // when
    var february = as(acme).post(path("/statements/2024-02/recount")).then().statusCode(200);
    // then
    assertThat(quantities(february.extract().jsonPath(), "tarn-scanned-bytes"))
        .isEqualTo(Map.of("Ann", "4100", "Bob", "0"));
  }

  private static void scanned(
      TenantId tenant, String issuer, String who, String time, @Nullable Integer bytes)
      throws SQLException {
    try (var connection = TestParts.running().connectAs("tarn_ingest");
        var statement =
            connection.prepareStatement(
                """
                insert into %s.sys_usage (tenant_id, execution_id, ended_at, state, issuer,
                  subject, who, bytes_scanned)
                values (?, ?, ?::timestamp, 'FINISHED', ?, 's', ?, ?)"""
                    .formatted(tenant.schema()))) {
      statement.setString(1, tenant.value());
      statement.setString(2, UUID.randomUUID().toString());
      statement.setString(3, time);
      statement.setString(4, issuer);
      statement.setString(5, who);
      statement.setObject(6, bytes);
      statement.executeUpdate();
    }
  }

  @Test
  void freezesAMonthThatReconcilesAndCorrectsItByCreditsOnly()
      throws IOException, GeneralSecurityException {
    // given
    keepRates(
        Map.of(
            "currency",
            "EUR",
            "rates",
            List.of(
                rate("lambda-invocations", "2024-01-01", "2024-05-16", "0.105"),
                rate("lambda-invocations", "2024-05-16", null, "1"))));
    keepRules(
        rule("alices", "CC-A", "sessionName", "al*"),
        rule("it's all", "CC'B", "function", "*:order?"),
        rule("nobody", "CC-N", "role", "Nobody"));
    invoke(acme, "2024-05-01 00:00:00", "orders", "alice", "m1", null);
    invoke(acme, "2024-05-15 23:59:59.999", "orders", "alice", "m2", null);
    invoke(acme, "2024-05-16 00:00:00", "orders", "alice", "m3", null);
    invoke(acme, "2024-05-17 10:00:00", "orders", "bob", "m4", null);
    invoke(acme, "2024-05-31 23:59:59.999", "orders", "bob", "m5", null);
    invoke(acme, "2024-06-01 00:00:00", "orders", "bob", "m6", null);

    // when
    var closed = as(acme).post(path(MAY + "/close")).then().statusCode(200);

    // then
    var statement = closed.extract().jsonPath();
    closed.body("state", equalTo("closed")).body("total", equalTo("3.21"));
    assertThat(statement.getList("lines.findAll { it.meter == 'lambda-invocations' }.amount"))
        .containsExactly("2.00", "0.21", "1.00");
    assertEventsMakeTheLines(statement);

    // when
    invoke(acme, "2024-05-02 10:00:00", "orders", "late", "m7", null);
    keepRates(Map.of("currency", "USD", "rates", List.of()), "\"1\"");

    // then
    as(acme).get(path(MAY)).then().body("total", equalTo("3.21")).body("currency", equalTo("EUR"));
    as(acme)
        .post(path(MAY + "/recount"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/month-closed"));
    as(acme)
        .post(path(MAY + "/close"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/month-closed"));

    // when
    credit("CC-A", "0.21", "charged twice").statusCode(201).body("amount", equalTo("0.21"));

    // then
    as(acme)
        .get(path(MAY))
        .then()
        .body("total", equalTo("3.21"))
        .body("credited", equalTo("0.21"))
        .body("due", equalTo("3.00"))
        .body("lines", equalTo(statement.getList("lines")));
    credit("CC-A", "1.01", "too much")
        .statusCode(400)
        .body("violations[0].field", equalTo("amount"));
    credit("CC-A", "-1", "x")
        .statusCode(400)
        .body("violations[0].reason", equalTo("must be more than 0"));
    credit("CC-A", "0.001", "x").statusCode(400);
    credit("CC-X", "1", "x").statusCode(400).body("violations[0].field", equalTo("costCentre"));
    var csv = as(acme).get(path(MAY + ".csv")).then().statusCode(200).extract().asString();
    assertThat(csv)
        .contains(
            "2024-05,line,CC-A,lambda-invocations,invocation,",
            ",0.21,EUR,",
            "2024-05,credit,CC-A",
            ",-0.21,EUR,",
            "charged twice");
    var pdf = as(acme).get(path(MAY + ".pdf")).then().statusCode(200).extract().asByteArray();
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains(
              "Statement of 2024-05",
              "3.21 EUR",
              "3.00 EUR",
              "CC'B 2.00 0.00 2.00",
              "charged twice");
    }
    var zip = as(acme).get(path(MAY + ".zip")).then().statusCode(200).extract().asByteArray();
    var signed = SignedZip.verified(zip, keys.published());
    assertThat(signed.files().keySet())
        .containsExactly("statement-2024-05.pdf", "statement-2024-05.csv");
    assertThat(signed.files().get("statement-2024-05.pdf")).isEqualTo(pdf);
    assertThat(signed.files().get("statement-2024-05.csv"))
        .isEqualTo(csv.getBytes(StandardCharsets.UTF_8));
    assertThat(signed.statement().kind()).isEqualTo("chargeback-statement");
    assertThat(signed.statement().state()).isEqualTo("closed");
    assertThat(signed.statement().tenant().id()).isEqualTo(acme.value());
    as(acme)
        .get(path("/statements"))
        .then()
        .body("items.find { it.month == '2024-05' }.state", equalTo("closed"))
        .body("items.find { it.month == '2024-05' }.total", equalTo("3.21"));
  }

  /// Reads the events behind every line, page by page, and adds them up.
  private void assertEventsMakeTheLines(JsonPath statement) {
    List<Map<String, Object>> lines = statement.getList("lines");
    assertThat(lines).hasSizeGreaterThan(4);
    for (var line : lines) {
      var address = path(MAY + "/lines/" + line.get("id") + "/events");
      var rows = new ArrayList<List<String>>();
      String cursor = null;
      int quantity = -1;
      do {
        var request = as(acme);
        var answer =
            (cursor == null ? request : request.queryParam("cursor", cursor))
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        quantity = answer.getList("columns").indexOf("quantity");
        rows.addAll(answer.getList("rows"));
        cursor = answer.getString("nextCursor");
      } while (cursor != null);
      int column = quantity;
      var sum =
          rows.stream()
              .map(row -> new BigDecimal(row.get(column)))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(sum)
          .as("line %s", line)
          .isEqualByComparingTo(new BigDecimal((String) line.get("quantity")));
    }
  }

  @Test
  void closesAMonthOnlyWhereBothCountsAreTheSame() {
    // given
    var meter =
        Map.of(
            "name",
            "Arriving",
            "unit",
            "event",
            "statement",
            "SELECT eventTime AS at, 1 AS units FROM $EDS_ID " + RealEventsResource.ARRIVING,
            "columns",
            Map.of("quantity", "units", "time", "at"));
    as(acme)
        .body(Map.of("id", "arriving", "meter", meter))
        .post(path("/meters"))
        .then()
        .statusCode(201);

    // when
    var first = as(acme).post(path("/statements/2023-05/close")).then();

    // then
    first
        .statusCode(409)
        .body("type", equalTo("/problems/statement-differs"))
        .body("differences.find { it.meter == 'arriving' }.lines", equalTo("0"))
        .body("differences.find { it.meter == 'arriving' }.recount", equalTo("1"));
    as(acme).get(path("/statements/2023-05")).then().body("state", equalTo("open"));
    as(acme).post(path("/statements/2023-05/close")).then().statusCode(200);
  }

  @Test
  void refusesToCloseAMonthThatGoesOn() {
    var month = YearMonth.now(ZoneOffset.UTC);
    as(acme)
        .post(path("/statements/" + month + "/close"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/month-not-ended"));
    as(acme)
        .get(path("/statements/" + month + ".zip"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/month-open"));
    as(acme).get(path("/statements/" + month.plusMonths(1))).then().statusCode(404);
    as(acme).get(path("/statements/" + month.plusMonths(1) + ".zip")).then().statusCode(404);
    as(acme).get(path("/statements/2024-13")).then().statusCode(404);
    as(acme)
        .body(Map.of("costCentre", "a", "amount", "1", "reason", "r"))
        .post(path("/statements/" + month + "/credits"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/month-open"));
  }

  @Test
  void previewsWhatOtherRulesWouldDo() {
    // given
    keepRates(
        Map.of(
            "currency",
            "EUR",
            "rates",
            List.of(rate("lambda-invocations", "2024-01-01", null, "2"))));
    invoke(acme, "2024-04-02 10:00:00", "orders", "carol", "p1", null);
    as(acme).post(path("/statements/2024-04/recount")).then().statusCode(200);
    var rules =
        List.of(rule("carol", "CC-C", "sessionName", "carol"), rule("none", "CC-D", "role", "x"));

    // when
    var preview =
        as(acme)
            .urlEncodingEnabled(false)
            .body(Map.of("rules", rules))
            .post(path("/allocation-rules:preview?month=2024-04"))
            .then();

    // then
    preview
        .statusCode(200)
        .body("costCentres.find { it.costCentre == 'CC-C' }.before", equalTo("0.00"))
        .body("costCentres.find { it.costCentre == 'CC-C' }.after", equalTo("2.00"))
        .body("costCentres.find { it.costCentre == 'unallocated' }.before", equalTo("2.00"))
        .body("rulesWithoutUsage", hasSize(1))
        .body("rulesWithoutUsage[0].name", equalTo("none"));
    as(acme).get(path("/allocation-rules")).then().body("rules", hasSize(0));
  }

  @Test
  void refusesRatesAndRulesWithTheirPlaces() {
    as(acme)
        .header("If-Match", "\"0\"")
        .body(
            Map.of(
                "currency",
                "EUR",
                "rates",
                List.of(
                    rate("tarn-events", "2024-01-01", null, "-1"),
                    rate("tarn-events", "2024-02-01", null, "1"))))
        .put(path("/rates"))
        .then()
        .statusCode(400)
        .body(
            "violations.field", equalTo(List.of("rates[0].tiers[0].price", "rates[1].validFrom")));
    as(acme)
        .header("If-Match", "\"0\"")
        .body(Map.of("rules", List.of(Map.of("name", "a", "costCentre", "b"))))
        .put(path("/allocation-rules"))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("rules[0]"));
  }

  @Test
  void changesDocumentsOnlyFromTheirNewestVersion() {
    // given
    keepRules(rule("a", "CC", "role", "x"));
    // then
    as(acme).get(path("/allocation-rules")).then().header("ETag", equalTo("\"1\""));
    as(acme)
        .header("If-Match", "\"0\"")
        .body(Map.of("rules", List.of()))
        .put(path("/allocation-rules"))
        .then()
        .statusCode(412)
        .body("newestVersion", equalTo(1));
    as(acme).body(Map.of("rules", List.of())).put(path("/allocation-rules")).then().statusCode(428);
  }

  @Test
  void countsByMetersOfTheTenant() {
    // given
    var columns = Map.of("quantity", "units", "time", "at", "payers", List.of("eventName"));
    var meter =
        Map.of(
            "name",
            "Units",
            "unit",
            "unit",
            "columns",
            columns,
            "query",
            Map.of("id", RealEventsResource.KEPT));
    invoke(acme, "2024-02-02 10:00:00", "orders", "dave", "k1", null);

    // when
    as(acme)
        .body(Map.of("id", "units", "meter", meter))
        .post(path("/meters"))
        .then()
        .statusCode(201)
        .header("ETag", equalTo("\"1\""))
        .body("queryVersion", equalTo(4));

    // then
    var lines = as(acme).post(path("/statements/2024-02/recount")).then().extract().jsonPath();
    assertThat(quantities(lines, "units")).containsExactly(Map.entry("Invoke", "2"));
    as(acme)
        .body(Map.of("id", "units", "meter", meter))
        .post(path("/meters"))
        .then()
        .statusCode(409);

    // when
    as(acme)
        .header("If-Match", "\"1\"")
        .body(Map.of("enabled", false))
        .put(path("/meters/units/enabled"))
        .then()
        .statusCode(200);

    // then
    as(acme)
        .get(path("/statements/2024-02"))
        .then()
        .body("lines.meter", not(hasItem("units")))
        .body("lines.meter", hasItem("tarn-events"));
    as(acme).header("If-Match", "\"2\"").delete(path("/meters/units")).then().statusCode(204);
    as(acme).get(path("/meters/units")).then().statusCode(404);
  }

  @Test
  void switchesMetersOfTheProductOffAndKeepsThem() {
    as(acme)
        .header("If-Match", "\"0\"")
        .body(Map.of("enabled", false))
        .put(path("/meters/tarn-stored-bytes/enabled"))
        .then()
        .statusCode(200)
        .body("enabled", equalTo(false));
    as(acme)
        .header("If-Match", "\"1\"")
        .delete(path("/meters/tarn-stored-bytes"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/meter-built-in"));
    as(acme).get(path("/meters")).then().body("items", hasSize(6));
    as(globex)
        .get(path("/meters"))
        .then()
        .body("items.find { it.id == 'tarn-stored-bytes' }.enabled", equalTo(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT eventTime AS at FROM $EDS_ID | statement | line",
        "SELECT eventTime AS at, 1 AS units FROM nowhere | statement | line 1",
        "SELECT eventTime AS at, 1 AS units FROM $EDS_ID; | statement | must not end"
      })
  void refusesStatementsThatCannotBeCounted(String statement, String field, String reason) {
    as(acme)
        .body(
            Map.of(
                "id",
                "bad",
                "meter",
                Map.of(
                    "name",
                    "n",
                    "unit",
                    "u",
                    "statement",
                    statement,
                    "columns",
                    Map.of("quantity", "units", "time", "at"))))
        .post(path("/meters"))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo(field))
        .body("violations[0].reason", startsWith(reason));
  }

  @Test
  void showsATenantNothingOfAnother() {
    // given
    keepRules(rule("a", "CC", "role", "x"));
    invoke(acme, "2024-01-02 10:00:00", "orders", "frank", "i1", null);
    var own = as(acme).post(path("/statements/2024-01/close")).then().extract().jsonPath();
    var line = own.getString("lines[0].id");

    // then
    as(globex).get(path("/allocation-rules")).then().body("rules", hasSize(0));
    as(globex)
        .get(path("/statements/2024-01"))
        .then()
        .statusCode(200)
        .body("state", equalTo("open"))
        .body("readAt", nullValue())
        .body("lines", hasSize(0));
    as(globex).get(path("/statements/2024-01/lines/" + line + "/events")).then().statusCode(404);
    as(globex).get(path("/statements")).then().body("items.month", not(hasItem("2024-01")));
  }

  @Test
  void letsReadersReadOnly() {
    var viewer = grants.grant(acme, "acme", Role.VIEWER);
    as(viewer).get(path("/statements")).then().statusCode(200);
    as(viewer).post(path("/statements/2024-01/recount")).then().statusCode(403);
    as(viewer).post(path("/statements/2024-01/close")).then().statusCode(403);
    as(viewer).get(path("/statements/2024-01/lines/x/events")).then().statusCode(403);
    as(viewer).header("If-Match", "\"0\"").body("{}").put(path("/rates")).then().statusCode(403);
    as(viewer)
        .get(path("/statements/2024-01/nothing"))
        .then()
        .statusCode(404)
        .contentType(containsString("problem"));
  }

  private void invoke(
      TenantId tenant, String time, String function, String session, String request, String error) {
    var columns = invocation(function, session, request);
    if (error != null) {
      columns.put("error_code", error);
    }
    put(tenant, time, UUID.randomUUID().toString(), columns);
  }

  /// An event that is there under an id that another one has.
  private void copy(TenantId tenant, String time, String id, String session) {
    put(tenant, time, id, invocation("orders", session, "copied"));
  }

  private static Map<String, Object> invocation(String function, String session, String request) {
    var columns = new HashMap<String, Object>();
    columns.put("event_source", "lambda.amazonaws.com");
    columns.put("event_name", "Invoke");
    columns.put("aws_region", "eu-west-1");
    columns.put("recipient_account_id", "111122223333");
    columns.put("request_id", request + "-" + session);
    columns.put("struct_presence", SESSION);
    columns.put("user_identity_type", "AssumedRole");
    columns.put("user_identity_arn", "arn:aws:sts::111122223333:assumed-role/Caller/" + session);
    columns.put("user_identity_session_context_session_issuer_user_name", "Caller");
    columns.put("request_parameters", "{\"functionName\":\"" + function + "\"}");
    return columns;
  }

  private void put(TenantId tenant, String time, String id, Map<String, Object> columns) {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("time", time, "id", id, "columns", columns))
        .post(events + tenant.value())
        .then()
        .statusCode(200);
  }

  private static Map<String, String> quantities(JsonPath statement, String meter) {
    var found = new HashMap<String, String>();
    List<Map<String, Object>> lines = statement.getList("lines");
    for (var line : lines) {
      if (line.get("meter").equals(meter)) {
        var payer = (List<?>) line.get("payer");
        found.put(
            String.join(" ", payer.stream().map(String::valueOf).toList()),
            (String) line.get("quantity"));
      }
    }
    return found;
  }

  private void keepRates(Map<String, Object> card) {
    keepRates(card, "\"0\"");
  }

  private void keepRates(Map<String, Object> card, String version) {
    as(acme).header("If-Match", version).body(card).put(path("/rates")).then().statusCode(200);
  }

  private void keepRules(Object... rules) {
    as(acme)
        .header("If-Match", "\"0\"")
        .body(Map.of("rules", List.of(rules)))
        .put(path("/allocation-rules"))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""));
  }

  private static Map<String, Object> rule(
      String name, String costCentre, String dimension, String pattern) {
    return Map.of("name", name, "costCentre", costCentre, dimension, pattern);
  }

  private static Map<String, Object> rate(String meter, String from, String to, String price) {
    var rate = new HashMap<String, Object>();
    rate.put("meter", meter);
    rate.put("validFrom", from);
    if (to != null) {
      rate.put("validTo", to);
    }
    rate.put("tiers", List.of(Map.of("price", price)));
    return rate;
  }

  private ValidatableResponse credit(String costCentre, String amount, String reason) {
    return as(acme)
        .body(Map.of("costCentre", costCentre, "amount", amount, "reason", reason))
        .post(path(MAY + "/credits"))
        .then();
  }

  private RequestSpecification as(TenantId tenant) {
    return as(grants.grant(tenant, "acme", Role.TENANT_ADMIN));
  }

  private static RequestSpecification as(String grant) {
    return given().auth().oauth2(grant).contentType(ContentType.JSON);
  }

  private static String path(String rest) {
    return "/v1/tenants/acme/chargeback" + rest;
  }
}
