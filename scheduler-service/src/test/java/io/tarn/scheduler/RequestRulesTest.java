package io.tarn.scheduler;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every service demands of a request before an endpoint sees it.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_scheduler"))
@QuarkusTestResource(TestGrantsResource.class)
class RequestRulesTest {
  private static final TenantId ACME = Ids.tenantId();
  private static final TenantId GLOBEX = Ids.tenantId();

  private final TestGrants grants = TestGrants.forService("scheduler-service");

  @TestHTTPResource URI service;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text':'a','nothing':1}                      | nothing          | is unknown here",
        "{'inside':[{'text':'a'},{'ids':['x']}]}       | inside[1].ids    | is unknown here",
        "{'text':'a','text':'a'}                       | text             | stands there more than once",
        "{'inside':[{'text':'a','text':'b'}]}          | inside[0].text   | stands there more than once",
        "{'tree':{'a':1,'a':2}}                        | tree.a           | stands there more than once",
        "{'text':'a\\u0000b'}                          | text             | must not hold the character U+0000",
        "{'tree':[{'a':['b\\u0000']}]}                 | tree             | must not hold the character U+0000",
        "{'tree':{'a\\u0000':1}}                       | tree             | must not hold the character U+0000",
        "{'inside':[{'named':{'k':'\\u0000'}}]}        | inside[0].named.k | must not hold the character U+0000",
        "{'at':'+294277-01-01T00:00:00Z'}              | at               | must be of the years 0001 to 9999",
        "{'at':'+10000-01-01T00:00:00Z'}               | at               | must be of the years 0001 to 9999",
        "{'at':'0000-12-31T23:59:59Z'}                 | at               | must be of the years 0001 to 9999"
      })
  void refusesAFieldByName(String body, String field, String reason) {
    // when
    var answer = keep(body.replace('\'', '"'));
    // then
    answer
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/invalid-request"))
        .body("violations[0].field", equalTo(field))
        .body("violations[0].reason", equalTo(reason));
  }

  @Test
  void refusesARepeatedKeyOfARecordWithOneField() {
    // when
    var answer =
        given()
            .auth()
            .oauth2(analyst())
            .contentType(ContentType.JSON)
            .body("{\"name\":\"a\",\"name\":\"b\"}")
            .post("/v1/tenants/acme/probes")
            .then();
    // then
    answer.statusCode(400).body("violations[0].field", equalTo("name"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{} {}",
        "{}]",
        "{\"at\":1e400}",
        "{\"at\":99999999999999999999}",
        "{\"text\":",
        "\"x\"",
        "[]"
      })
  void refusesWhatIsNoDocumentOfItsShape(String body) {
    keep(body).statusCode(400).contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"raw\":\"a\\u0000b\"}",
        "{\"tree\":null}",
        "{\"at\":\"0001-01-01T00:00:00Z\"}",
        "{\"at\":\"9999-12-31T23:59:59.999999999Z\"}",
        "{\"text\":null,\"inside\":[],\"named\":{}}"
      })
  void takesWhatCanBeStored(String body) {
    keep(body).statusCode(200);
  }

  @Test
  void tellsAnExplicitNullFromAnAbsentField() {
    keep("{\"tree\":null}").body("hasTree", equalTo(true));
    keep("{}").body("hasTree", equalTo(false));
  }

  @ParameterizedTest
  @CsvSource({
    "x?limit=abc, limit, is not a whole number",
    "x?limit=99999999999, limit, is not a whole number",
    "x?offset=1.5, offset, is not a whole number",
    "x?upload=1, upload, is not an id",
    "x?all=yes, all, must be true or false",
    "x?text=%00, text, must not hold the character U+0000",
    "x?unheard=a%00, unheard, must not hold the character U+0000",
    "x%00, word, must not hold the character U+0000",
    "x?from=yesterday, from, is not a time such as 2026-05-01T00:00:00Z",
    "x?from=-999999999-01-01T00:00:00Z, from, must be of the years 0001 to 9999",
    "x?from=%2B1000000000-12-31T23:59:59Z, from, must be of the years 0001 to 9999"
  })
  void refusesAParameterByName(String address, String name, String reason) {
    // when
    var answer = search(address);
    // then
    answer
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/invalid-request"))
        .body("violations[0].field", equalTo(name))
        .body("violations[0].reason", equalTo(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "x?limit=",
        "x?limit=5&offset=-7&all=false&upload=01a21fe1-0000-7000-8000-000000000000"
      })
  void readsParametersOfTheirForm(String address) {
    search(address).statusCode(200);
  }

  @Test
  void refusesABodyThatSaysItIsTooLargeWithAProblem() {
    keep("{\"text\":\"" + "x".repeat(1_100_000) + "\"}")
        .statusCode(413)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/too-large"));
  }

  @Test
  void refusesABodyThatTurnsOutTooLargeWithAProblem() throws IOException {
    // given
    var chunk = "40000\r\n" + "x".repeat(0x40000) + "\r\n";
    var start = "9\r\n{\"text\":\"\r\n";
    // when
    var answer =
        raw(
            lines(
                "PUT /v1/tenants/acme/probes HTTP/1.1",
                "Content-Type: application/json",
                "Transfer-Encoding: chunked"),
            start + chunk.repeat(6) + "2\r\n\"}\r\n0\r\n\r\n");
    // then
    assertThat(answer)
        .startsWith("HTTP/1.1 413")
        .contains("application/problem+json", "/problems/too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/tenants/%2e%2e/probes HTTP/1.1",
        "GET * HTTP/1.1",
        "PRI * HTTP/2.0",
        "GET /v1/tenants/acme/probes HTTP/1.1"
      })
  void answersARequestWithoutHostWithAProblem(String line) throws IOException {
    // when
    var answer = send(lines(line, "Authorization: Bearer " + analyst(), "Connection: close", ""));
    // then
    assertThat(answer).contains(" 400 Bad Request", "application/problem+json");
  }

  @Test
  void continuesAListingOnlyInTheTenantOfItsCursor() {
    // given
    String cursor = page("acme", ACME, null).statusCode(200).extract().path("nextCursor");
    String other = page("globex", GLOBEX, null).statusCode(200).extract().path("nextCursor");

    // when
    var own = page("acme", ACME, cursor);
    var foreign = page("globex", GLOBEX, cursor);

    // then
    own.statusCode(200).body("items", equalTo(List.of("3", "4")));
    foreign.statusCode(400).body("violations[0].field", equalTo("cursor"));
    assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1))
        .hasSize(12 + 1 + 16)
        .isNotEqualTo(
            new String(Base64.getUrlDecoder().decode(other), StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mg", "%", "%00", "AA", "====", "bm9uc2Vuc2U", "A"})
  void refusesACursorThatIsNone(String cursor) {
    page("acme", ACME, cursor)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo("cursor"));
  }

  @Test
  void refusesACursorThatWasChanged() {
    // given
    String cursor = page("acme", ACME, null).extract().path("nextCursor");
    char first = cursor.charAt(0) == 'A' ? 'B' : 'A';

    // then
    page("acme", ACME, first + cursor.substring(1)).statusCode(400);
    page("acme", ACME, cursor.substring(4)).statusCode(400);
    page("acme", ACME, cursor + "AAAA").statusCode(400);
    page("acme", ACME, "A".repeat(3000)).statusCode(400);
  }

  private ValidatableResponse page(String slug, TenantId tenant, String cursor) {
    var request = given().auth().oauth2(grants.grant(tenant, slug, Role.ANALYST));
    return (cursor == null ? request : request.queryParam("cursor", cursor))
        .get("/v1/tenants/" + slug + "/probes/pages")
        .then();
  }

  private ValidatableResponse keep(String body) {
    return given()
        .auth()
        .oauth2(analyst())
        .contentType(ContentType.JSON)
        .body(body)
        .put("/v1/tenants/acme/probes")
        .then();
  }

  private ValidatableResponse search(String address) {
    return given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(analyst())
        .get("/v1/tenants/acme/probes/search/" + address)
        .then();
  }

  private String raw(String head, String body) throws IOException {
    var rest =
        lines(
            "Host: " + service.getAuthority(),
            "Authorization: Bearer " + analyst(),
            "Connection: close",
            "");
    return send(head + rest + body);
  }

  private String send(String text) throws IOException {
    try (var socket = new Socket(service.getHost(), service.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  private String analyst() {
    return grants.grant(ACME, "acme", Role.ANALYST);
  }
}
