package io.tarn.edge.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.edge.parts.Browser;
import io.tarn.edge.parts.Installation;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class ApiGatewayTest {
  private static final String WEBHOOK = "/v1/tenants/acme/approval-adapters/1/deliveries";
  private static final String[] ADA = {"Authorization", "Bearer token-of-ada"};

  private final Browser caller = new Browser();

  @BeforeEach
  void forget() {
    Installation.services().forget();
  }

  @Test
  void answers401InsteadOfARedirectWhereNobodyIsKnown() {
    // when
    var answer = caller.get("/v1/me", "Accept", "text/html");
    // then
    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(Installation.services().arrivals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YTpi", "Bearer bad-token", "Negotiate abc", "bearer bad"})
  void refusesOtherCredentials(String authorization) {
    assertProblem(caller.get("/v1/me", "Authorization", authorization), 401, "unauthenticated");
    assertThat(Installation.services().arrivals()).isEmpty();
  }

  @Test
  void exchangesTheTokenForAGrantOfTenantAndService() {
    // when
    var answer = caller.get("/v1/tenants/acme/queries/1?wait=PT1S&a=%2F", ADA);
    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    var arrival = Installation.services().arrivals().element();
    assertThat(arrival.uri()).isEqualTo("/v1/tenants/acme/queries/1?wait=PT1S&a=%2F");
    assertThat(arrival.headers().get("Authorization"))
        .containsExactly("Bearer grant:query-service:acme");
    var asked = Installation.services().grants().element();
    assertThat(asked.path("requestId").asText())
        .isEqualTo(arrival.headers().getFirst("X-Request-Id"))
        .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
  }

  @Test
  void letsNoHeaderFromOutsidePoseAsOurs() {
    // when
    caller.send(
        "POST",
        "/v1/tenants/acme/queries",
        "{}",
        "Authorization",
        "Bearer token-of-ada",
        "X-Forwarded-For",
        "10.0.0.1",
        "X-Forwarded-Host",
        "evil",
        "X-Forwarded-Prefix",
        "/x",
        "Forwarded",
        "for=10.0.0.1",
        "X-Real-IP",
        "10.0.0.1",
        "Tarn-Edge-Key",
        "guess",
        "Tarn-Tenant",
        "globex",
        "X-Request-Id",
        "mine",
        "X-HTTP-Method-Override",
        "DELETE",
        "traceparent",
        "00-11111111111111111111111111111111-2222222222222222-01",
        "Cookie",
        "other=1",
        "Idempotency-Key",
        "k1",
        "Content-Type",
        "application/json");
    // then
    var headers = Installation.services().arrivals().element().headers();
    assertThat(headers.keySet())
        .doesNotContain("X-forwarded-for", "X-forwarded-host", "X-forwarded-prefix", "Forwarded")
        .doesNotContain("X-real-ip", "Tarn-edge-key", "Tarn-tenant", "Cookie")
        .doesNotContain("X-http-method-override")
        .contains("Idempotency-key", "Content-type");
    assertThat(headers.getFirst("X-Request-Id")).isNotEqualTo("mine");
    assertThat(String.valueOf(headers.get("Traceparent"))).doesNotContain("2222222222222222");
  }

  @Test
  void forwardsAWebhookWithItsSignatureAndWithoutACredential() {
    // when
    var answer =
        caller.send(
            "POST",
            WEBHOOK,
            "{}",
            "Authorization",
            "Bearer bad-token",
            "Cookie",
            "q_session=forged",
            "X-Hub-Signature-256",
            "sha256=00",
            "X-Hub-Signature",
            "sha256=01",
            "X-Tarn-Signature",
            "sha256=02",
            "X-Tarn-Timestamp",
            "1764300000",
            "X-GitHub-Event",
            "pull_request",
            "X-Other",
            "dropped");
    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    var asked = Installation.services().grants().element();
    assertThat(asked.path("credential")).hasToString("{\"type\":\"webhook\"}");
    assertThat(asked.path("tenant").asText()).isEqualTo("acme");
    assertThat(asked.path("audience").asText()).isEqualTo("scheduler-service");
    var headers = Installation.services().arrivals().element().headers();
    assertThat(headers.get("Authorization")).containsExactly("Bearer grant:scheduler-service:acme");
    assertThat(headers.get("X-Hub-Signature-256")).containsExactly("sha256=00");
    assertThat(headers.get("X-Hub-Signature")).containsExactly("sha256=01");
    assertThat(headers.get("X-Tarn-Signature")).containsExactly("sha256=02");
    assertThat(headers.get("X-Tarn-Timestamp")).containsExactly("1764300000");
    assertThat(headers.get("X-GitHub-Event")).containsExactly("pull_request");
    assertThat(headers).doesNotContainKeys("Cookie", "X-other", "X-Other");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/tenants/acme/approval-adapters/1/deliveries",
    "PUT, /v1/tenants/acme/approval-adapters/1/deliveries",
    "POST, /v1/tenants/acme/approval-adapters/1/deliveries/2",
    "POST, /v1/tenants/acme/approval-adapters/1/secret",
    "POST, /v1/tenants/acme/approval-adapters",
  })
  void wantsACredentialForEverythingElseOfAdapters(String method, String path) {
    assertProblem(
        caller.send(method, path, method.equals("GET") ? null : "{}"), 401, "unauthenticated");
    assertThat(Installation.services().grants()).isEmpty();
  }

  @Test
  void answersAWebhookForNoTenantLikeAnUnknownPath() {
    assertProblem(caller.send("POST", WEBHOOK.replace("acme", "foreign"), "{}"), 404, "not-found");
    assertThat(Installation.services().arrivals()).isEmpty();
  }

  @Test
  void boundsAWebhookAsAnyRequestAndAFileByItsOwnLimit() {
    var body = "x".repeat(1_048_577);
    assertProblem(caller.send("POST", WEBHOOK, body), 413, "too-large");
    assertThat(caller.send("POST", "/v1/tenants/acme/approvals:import", body, ADA).statusCode())
        .isEqualTo(200);
  }

  @Test
  void keepsInternalHeadersOfServicesAndAddsItsOwn() {
    // when
    var answer = caller.get("/v1/me", ADA);
    // then
    var headers = answer.headers().map();
    assertThat(headers).doesNotContainKeys("tarn-internal", "set-cookie");
    assertThat(headers.get("content-security-policy"))
        .isEqualTo(List.of("default-src 'none'; frame-ancestors 'none'"));
    assertThat(headers.get("x-request-id")).hasSize(1).doesNotContain("made-by-the-service");
    assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
    assertThat(headers.get("cache-control")).containsExactly("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/tenants/acme/../../internal/grants, 400",
    "/v1/%2e%2e/internal/grants, 404",
    "/v1/tenants/acme/%2e%2e/globex, 400",
    "/v1/tenants/acme%2f..%2fglobex/queries, 400",
    "//v1/me, 400",
    "/v1//me, 400",
    "/v1/me/, 400",
    "/v1/tenants/a%00, 400",
    "/v1/tenants/acme/..;/globex/queries, 404",
    "/v1/internal/grants, 404",
    "/v1/tenants/acme/unknown, 404",
    "/v1, 404"
  })
  void refusesPathTricks(String path, int status) throws IOException {
    // when
    var answer = raw("GET " + path + " HTTP/1.1", "Authorization: Bearer token-of-ada");
    // then
    assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json");
    assertThat(Installation.services().arrivals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/internal/grants", "/internal/sessions/ended", "/internal/grant-keys"})
  void hidesWhatServicesAskOfEachOther(String path) throws IOException {
    var answer = raw("POST " + path + " HTTP/1.1", "Authorization: Bearer token-of-ada");
    assertThat(answer).startsWith("HTTP/1.1 404");
    assertThat(Installation.services().grants()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/q", "/q/health", "/q/health/ready", "/q/metrics", "/q/openapi", "/q/dev"})
  void hidesInternalPathsAtTheEdge(String path) {
    assertThat(caller.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void sendsTheCanonicalPath() {
    // when
    caller.get("/v1/%74enants/acme/event-data-stores/arn:aws:x%2fy", ADA);
    // then
    assertThat(Installation.services().arrivals().element().uri())
        .isEqualTo("/v1/tenants/acme/event-data-stores/arn:aws:x%2Fy");
  }

  @Test
  void answersForeignTenantsLikeUnknownPaths() {
    // when
    var foreign = caller.get("/v1/tenants/foreign/queries/1", ADA);
    var unknown = caller.get("/v1/unknown", ADA);
    // then
    assertProblem(foreign, 404, "not-found");
    assertThat(withoutId(foreign)).isEqualTo(withoutId(unknown));
  }

  @Test
  void answersATenantThatCannotBeLikeAnUnknownOne() {
    // when
    var answer = caller.get("/v1/tenants/" + "a".repeat(300) + "/queries", ADA);
    // then
    assertProblem(answer, 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET /v1/me HTTP/1.1", "GET / HTTP/1.1", "PRI * HTTP/2.0", "GET * HTTP/1.1"})
  void answersARequestWithoutHostWithAProblem(String line) throws IOException {
    // when
    var answer = send(line + "\r\nConnection: close\r\n\r\n");
    // then
    assertThat(answer).contains(" 400 Bad Request", "application/problem+json", "requestId");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS", "TRACE", "PROPFIND"})
  void knowsFewMethods(String method) {
    assertProblem(caller.send(method, "/v1/me", null, ADA), 405, "method-not-allowed");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_048_577, 1_100_000, 2_000_000, 2_200_000, 20_000_000})
  void refusesABodyThatSaysItIsTooLarge(int size) {
    var body = "x".repeat(size);
    var answer = caller.send("POST", "/v1/tenants/acme/queries", body, ADA);
    assertProblem(answer, 413, "too-large");
    assertThat(Installation.services().grants()).isEmpty();
  }

  @Test
  void refusesABodyThatTurnsOutTooLarge() throws IOException {
    // given
    var chunk = "90000\r\n" + "x".repeat(0x90000) + "\r\n";
    // when
    var answer =
        raw(
            "POST /v1/tenants/acme/queries HTTP/1.1",
            "Authorization: Bearer token-of-ada",
            "Transfer-Encoding: chunked",
            "",
            chunk + chunk);
    // then
    assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/too-large");
    assertThat(Installation.services().arrivals()).isEmpty();
  }

  @Test
  void tellsThatAServiceTookTooLong() {
    assertProblem(caller.get("/v1/tenants/acme/queries/slow", ADA), 504, "service-timeout");
  }

  @Test
  void leavesAConnectionAloneThatServesAnotherRequestByNow() {
    // given
    for (int i = 0; i < 30; i++) {
      caller.send("POST", "/v1/tenants/acme/queries", "{}", ADA);
    }
    // when
    var next = caller.get("/v1/tenants/acme/queries/slow", ADA);
    // then
    assertProblem(next, 504, "service-timeout");
  }

  private String raw(String... lines) throws IOException {
    var head = lines[0] + "\r\nHost: " + caller.edge().getAuthority() + "\r\nConnection: close\r\n";
    var rest = String.join("\r\n", List.of(lines).subList(1, lines.length));
    var end = rest.contains("\r\n\r\n") ? "" : "\r\n\r\n";
    return send(head + rest + end);
  }

  private String send(String text) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), caller.edge().getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonObject withoutId(HttpResponse<String> answer) {
    var document = new JsonObject(answer.body());
    document.remove("requestId");
    return document;
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String name) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("/problems/" + name);
  }
}
