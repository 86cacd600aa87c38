package io.tarn.scheduler;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.service.kafka.Topics;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_scheduler"))
@QuarkusTestResource(TestGrantsResource.class)
class GateTest {
  private static final TenantId ACME = Ids.tenantId();
  private static final TenantId GLOBEX = Ids.tenantId();

  private final TestGrants grants = TestGrants.forService("scheduler-service");

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject DataSource database;

  @Test
  void opensTheGrantsOwnTenantByIdAndBySlug() {
    for (var segment : List.of(ACME.value(), "acme")) {
      // when
      var answer = as(analyst()).get("/v1/tenants/{tenant}/probes", segment).then();

      // then
      answer.statusCode(200).body("tenant", equalTo(ACME.value()));
    }
  }

  @Test
  void answersAForeignTenantLikeAnUnknownOne() {
    // given
    var foreign = as(analyst()).get("/v1/tenants/{tenant}/probes", GLOBEX.value());

    // when
    var unknown = as(analyst()).get("/v1/tenants/{tenant}/probes", Ids.tenantId().value());

    // then
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.contentType()).startsWith("application/problem+json");
    assertThat(foreign.asString()).isEqualTo(unknown.asString());
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("expired", grant -> grant.expired().mint()),
        fault("other issuer", grant -> grant.issuer("somebody-else").mint()),
        fault("other audience", grant -> grant.audience("query-service").mint()),
        fault("no signature", TestGrants.Builder::mintUnsigned),
        fault("key confusion", TestGrants.Builder::mintWithPublicKeyAsSecret),
        fault("foreign key", TestGrants.Builder::mintWithForeignKey),
        fault("unknown key", TestGrants.Builder::mintWithUnknownKeyId),
        fault("lives too long", grant -> grant.livingFor(Duration.ofHours(1)).mint()),
        fault("no token", grant -> "nonsense"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void refusesAFaultyGrant(String name, Function<TestGrants.Builder, String> mint) {
    // given
    var token = mint.apply(grants.in(ACME, "acme", Role.ANALYST));

    // when
    var answer = as(token).get("/v1/tenants/acme/probes").then();

    // then
    answer
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/unauthenticated"));
  }

  @Test
  void refusesARequestWithoutAGrant() {
    // when
    var answer = given().get("/v1/tenants/acme/probes").then();

    // then
    answer.statusCode(401).body("type", equalTo("/problems/unauthenticated"));
  }

  @Test
  void refusesAnotherKindOfCredential() {
    // when
    var answer = given().auth().preemptive().basic("a", "b").get("/v1/tenants/acme/probes").then();

    // then
    answer.statusCode(401).body("type", equalTo("/problems/unauthenticated"));
  }

  @Test
  void refusesAMissingPermission() {
    // given
    var viewer = grants.grant(ACME, "acme", Role.VIEWER);

    // when
    var answer =
        as(viewer)
            .contentType(ContentType.JSON)
            .body(Map.of("name", "x"))
            .post("/v1/tenants/acme/probes")
            .then();

    // then
    answer.statusCode(403).body("type", equalTo("/problems/forbidden"));
  }

  @Test
  void deniesAnEndpointThatNamesNoPermission() {
    // when
    var answer = as(analyst()).get("/v1/tenants/acme/probes/forgotten").then();

    // then
    answer.statusCode(403).body("type", equalTo("/problems/forbidden"));
  }

  @Test
  void answersEveryFaultWithAProblem() {
    // when
    var unknown = as(analyst()).get("/v1/nowhere").then();
    var method = as(analyst()).delete("/v1/tenants/acme/probes").then();
    var type =
        as(analyst()).contentType("text/csv").body("a").post("/v1/tenants/acme/probes").then();
    var malformed = post("{\"name\": \n  oops}").then();
    var wrongShape = post("[1]").then();
    var blank = post("{\"name\": \"\"}").then();
    var absent = post("").then();

    // then
    unknown
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/not-found"));
    method.statusCode(405).body("type", equalTo("/problems/method-not-allowed"));
    type.statusCode(415).body("type", equalTo("/problems/unsupported-media-type"));
    malformed
        .statusCode(400)
        .body("type", equalTo("/problems/malformed-json"))
        .body("line", equalTo(2));
    wrongShape.statusCode(400).body("type", equalTo("/problems/malformed-json"));
    blank
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-request"))
        .body("violations.field", hasItem("name"));
    absent.statusCode(400).contentType("application/problem+json");
  }

  @Test
  void keepsTheInsideInside() {
    // when
    var answer = post("{\"name\": \"explode\"}").then();

    // then
    answer
        .statusCode(500)
        .body("type", equalTo("/problems/internal"))
        .body("requestId", equalTo("test-request"))
        .body(not(containsString("secret words")))
        .body(not(containsString("Exception")));
  }

  @Test
  void recordsEachAccessOnceAndPublishesIt() {
    // given
    var requestId = "r-" + UUID.randomUUID();
    var probe = UUID.randomUUID().toString();
    var caller = grants.in(ACME, "acme", Role.ANALYST).requestId(requestId).mint();

    // when
    as(caller).get("/v1/tenants/acme/probes").then().statusCode(200);
    for (int i = 0; i < 3; i++) {
      as(caller).get("/v1/tenants/acme/probes/" + probe).then().statusCode(200);
    }
    as(caller).get("/v1/tenants/globex/probes").then().statusCode(404);

    // then
    var published = published(requestId);
    assertThat(published).hasSize(2);
    assertThat(published.getFirst())
        .contains("\"operation\": \"ProbeResource.read\"", "\"role\": \"analyst\"", ACME.value());
  }

  @Test
  void doesNothingThatCannotBeRecorded() throws SQLException {
    // given
    execute("alter table scheduler.outbox rename to outbox_away");
    try {
      // when
      var answer = as(analyst()).get("/v1/tenants/acme/probes").then();

      // then
      answer.statusCode(503).body("type", equalTo("/problems/access-record-failed"));
    } finally {
      execute("alter table scheduler.outbox_away rename to outbox");
    }
  }

  @Test
  void isReadyAndMeasured() {
    // when
    var ready = given().get("/q/health/ready").then();
    var metrics = given().get("/q/metrics").then();
    var contract = given().accept("application/json").get("/q/openapi").then();

    // then
    ready.statusCode(200).body("status", equalTo("UP"));
    metrics.statusCode(200).body(containsString("jvm_memory_used_bytes"));
    contract
        .statusCode(200)
        .body("openapi", containsString("3.1"), "info.title", not(blankOrNullString()));
  }

  private List<String> published(String requestId) {
    var found = new ArrayList<String>();
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers",
            bootstrapServers,
            "group.id",
            requestId,
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(Topics.ACCESS));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(500))
                    .forEach(
                        message -> {
                          assertThat(message.headers().lastHeader("id")).isNotNull();
                          if (message.value().contains(requestId)) {
                            found.add(message.value());
                          }
                        });
                return found.size() >= 2;
              });
    }
    return found;
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Response post(String body) {
    return as(analyst()).contentType(ContentType.JSON).body(body).post("/v1/tenants/acme/probes");
  }

  private String analyst() {
    return grants.grant(ACME, "acme", Role.ANALYST);
  }

  private static RequestSpecification as(String grant) {
    return given().auth().oauth2(grant);
  }

  private static Arguments fault(String name, Function<TestGrants.Builder, String> mint) {
    return Arguments.of(name, mint);
  }
}
