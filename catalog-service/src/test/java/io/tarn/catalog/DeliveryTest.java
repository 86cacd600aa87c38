package io.tarn.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import io.tarn.testing.TestParts;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Tenants at an S3 endpoint that an operator runs: buckets and identities are given, tried for
/// real, and refused where they do not keep tenants apart.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_catalog"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(OperatorsS3.class)
class DeliveryTest {
  @Inject Scenarios scenarios;
  @S3Data Path data;

  private final TestGrants grants = TestGrants.forService("catalog-service");
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  @AfterEach
  void letIngestFail() {
    Neighbours.letIngestProvision(false);
  }

  @BeforeEach
  void freeAllPlaces() {
    Neighbours.letIngestProvision(true);
    scenarios.run("delete from results_buckets");
  }

  @Test
  void tellsTheSchedulerWhereResultsAreDelivered() {
    // given
    String id = create("acme", delivery("acme", "acme-results", null)).path("id");
    var secret = TestParts.running().masterSecret();
    // when
    var place = place(id, secret.derive("edge-key", "scheduler-service"));
    // then
    place
        .then()
        .statusCode(200)
        .body("bucket.bucket", equalTo("acme-results"), "bucket.accessKeyId", equalTo("acme"))
        .body("homeAccount", matchesPattern("[0-9]{12}"));
    place(id, secret.derive("edge-key", "web-ui")).then().statusCode(401);
    place(id, "x").then().statusCode(401);
  }

  private static Response place(String tenant, String key) {
    return given()
        .header("Tarn-Edge-Key", key)
        .contentType(ContentType.JSON)
        .body(Map.of("tenant", tenant))
        .post("/internal/delivery-places");
  }

  @Test
  void takesABucketEach() {
    // when
    var acme = create("acme", delivery("acme", "acme-results", null));
    var globex = create("globex", delivery("globex", "globex-results", null));

    // then
    assertThat(List.of(acme.statusCode(), globex.statusCode())).containsOnly(201);
    asTenantAdmin(acme)
        .then()
        .statusCode(200)
        .body("bucket", equalTo("acme-results"), "prefix", equalTo(""))
        .body("accessKeyId", equalTo("acme"), "secretAccessKey", equalTo("s3cret-of-acme"));
    assertThat(OperatorsS3.objects(data)).isEmpty();
  }

  @Test
  void takesAPrefixEachOfOneBucket() {
    // when
    var acme = create("acme", delivery("shared-acme", "shared", "acme/"));
    var globex = create("globex", delivery("shared-globex", "shared", "globex/"));

    // then
    assertThat(List.of(acme.statusCode(), globex.statusCode())).containsOnly(201);
    asTenantAdmin(globex).then().body("prefix", equalTo("globex/"));
    assertThat(OperatorsS3.objects(data)).isEmpty();
  }

  @Test
  void hasAStoreForCloudTrailEventsAndOneForInsightsEvents() {
    // when
    var acme = create("acme", delivery("acme", "acme-results", null));

    // then
    String id = acme.path("id");
    given()
        .auth()
        .oauth2(grants.grant(new TenantId(id), acme.path("slug"), Role.TENANT_ADMIN))
        .get("/v1/tenants/" + id + "/event-data-stores")
        .then()
        .body("items.name", equalTo(List.of("default", "insight")))
        .body("items.category", equalTo(List.of("CloudTrail", "Insight")))
        .body("items.isDefault", equalTo(List.of(true, false)))
        .body("items.retentionDays", equalTo(Arrays.asList(null, null)));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            "wrong secret",
            secret(delivery("acme", "acme-results", null), "guessed-secret"),
            "delivery.secretAccessKey"),
        fault(
            "secret of another identity",
            secret(delivery("acme", "acme-results", null), "s3cret-of-globex"),
            "delivery.secretAccessKey"),
        fault("unknown identity", delivery("nobody", "acme-results", null), "delivery.accessKeyId"),
        fault("no such bucket", delivery("acme", "no-such-bucket", null), "delivery.bucket"),
        fault("bucket of somebody else", delivery("acme", "shared", null), "delivery.bucket"),
        fault(
            "prefix of somebody else",
            delivery("shared-acme", "shared", "elsewhere/"),
            "delivery.prefix"),
        fault(
            "reaches beside its prefix",
            delivery("shared-all", "shared", "acme/"),
            "delivery.accessKeyId"),
        fault(
            "reaches the bucket of another tenant",
            delivery("curious", "acme-results", null),
            "delivery.accessKeyId"),
        fault(
            "reaches the prefix of another tenant",
            delivery("shared-curious", "shared", "acme/"),
            "delivery.accessKeyId"),
        fault(
            "another tenant's bucket",
            delivery("curious", "globex-results", null),
            "delivery.bucket"),
        fault(
            "below another tenant's prefix",
            delivery("shared-curious", "shared", "globex/more/"),
            "delivery.prefix"),
        fault(
            "another tenant's identity",
            delivery("globex", "acme-results", null),
            "delivery.accessKeyId"),
        fault("the services' identity", delivery("services", "shared", ""), "delivery.accessKeyId"),
        fault("nothing given", null, "delivery"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void refusesWhatDoesNotServeAndLeavesNothing(
      String fault, Map<String, String> delivery, String field) {
    // given
    create("globex", delivery("globex", "globex-results", null)).then().statusCode(201);
    create("hooli", delivery("shared-globex", "shared", "globex/")).then().statusCode(201);
    var slug = "acme-" + mark;

    // when
    var answer = create("acme", delivery);

    // then
    var status = delivery == null ? List.of(422, 502) : List.of(422);
    assertThat(answer.statusCode()).as(answer.asString()).isIn(status);
    if (answer.statusCode() == 422) {
      answer
          .then()
          .contentType("application/problem+json")
          .body("type", equalTo("/problems/unusable-bucket"))
          .body("violations.field", equalTo(List.of(field)));
    }
    assertThat(answer.asString()).doesNotContain("s3cret-of-", "guessed-secret", "globex");
    assertThat(scenarios.count("select count(*) from tenants where slug = ?", slug)).isZero();
    assertThat(scenarios.count("select count(*) from results_buckets")).isEqualTo(2);
    assertThat(OperatorsS3.objects(data)).isEmpty();
  }

  @Test
  void refusesAPlaceThatAnEarlierIdentityReaches() {
    // given
    create("globex", delivery("curious", "globex-results", null)).then().statusCode(201);

    // when
    var answer = create("acme", delivery("acme", "acme-results", null));

    // then
    answer.then().statusCode(422).body("violations.field", equalTo(List.of("delivery.bucket")));
    assertThat(OperatorsS3.objects(data)).isEmpty();
  }

  @Test
  void givesOnePlaceToOneOfTwoThatAskAtOnce() {
    // when
    var first =
        CompletableFuture.supplyAsync(() -> create("acme", delivery("acme", "acme-results", null)));
    var second = create("globex", delivery("acme", "acme-results", null));

    // then
    assertThat(List.of(first.join().statusCode(), second.statusCode()))
        .containsExactlyInAnyOrder(201, 422);
  }

  @Test
  void freesThePlaceOfATenantThatWasRefused() {
    // given
    var wrong = secret(delivery("acme", "acme-results", null), "guessed-secret");
    create("acme", wrong).then().statusCode(422);

    // when
    var answer = create("acme", delivery("acme", "acme-results", null));

    // then
    answer.then().statusCode(201);
  }

  @Test
  void writesNoSecretIntoItsLog() {
    // given
    var lines = new CopyOnWriteArrayList<String>();
    var listener = listenerTo(lines);
    Logger.getLogger("").addHandler(listener);
    Logger.getLogger("io.tarn").info("the listener hears this");

    // when
    create("acme", secret(delivery("acme", "acme-results", null), "guessed-secret"));
    create("globex", delivery("globex", "globex-results", null));
    Logger.getLogger("").removeHandler(listener);

    // then
    assertThat(String.join("\n", lines)).contains("the listener hears this");
    assertThat(String.join("\n", lines)).doesNotContain("guessed-secret", "s3cret-of-");
  }

  private Response create(String name, Map<String, String> delivery) {
    var request = new HashMap<String, Object>();
    request.put("slug", name + "-" + mark);
    request.put("name", name);
    request.put("homeAccount", "111122223333");
    request.put("delivery", delivery);
    return given()
        .auth()
        .oauth2(grants.forPlatform(Role.PLATFORM_ADMIN).mint())
        .contentType(ContentType.JSON)
        .body(request)
        .post("/v1/tenants");
  }

  private Response asTenantAdmin(Response created) {
    String id = created.path("id");
    String slug = created.path("slug");
    return given()
        .auth()
        .oauth2(grants.grant(new TenantId(id), slug, Role.TENANT_ADMIN))
        .get("/v1/tenants/" + id + "/results-bucket");
  }

  private static Map<String, String> delivery(String identity, String bucket, String prefix) {
    var delivery = new HashMap<String, String>();
    delivery.put("bucket", bucket);
    delivery.put("prefix", prefix);
    delivery.put("accessKeyId", identity);
    delivery.put("secretAccessKey", OperatorsS3.SECRET + identity);
    return delivery;
  }

  private static Map<String, String> secret(Map<String, String> delivery, String secret) {
    delivery.put("secretAccessKey", secret);
    return delivery;
  }

  private static Handler listenerTo(List<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        lines.add(record.getMessage() + " " + record.getThrown());
        lines.add(Arrays.toString(record.getParameters()));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static Arguments fault(String name, Map<String, String> delivery, String field) {
    return Arguments.of(name, delivery, field);
  }
}
