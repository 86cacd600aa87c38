package io.tarn.scheduler.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.export.OwnS3;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import io.tarn.testing.TestS3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Exports by their API, with the real pulse of the service and a real S3 endpoint.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = {
      @ResourceArg(name = "login", value = "tarn_scheduler"),
      @ResourceArg(name = "s3", value = "true")
    })
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(value = ExportPartsResource.class, restrictToAnnotatedClass = true)
class ExportsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestGrants grants = TestGrants.forService("scheduler-service");
  private final TenantId acme = withBucket(Ids.tenantId());
  private final TenantId globex = withBucket(Ids.tenantId());

  private static TenantId withBucket(TenantId tenant) {
    try {
      Files.createDirectories(folder(tenant));
      return tenant;
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static TenantId like(String begin) {
    return new TenantId(begin + Ids.tenantId().value().substring(begin.length()));
  }

  private static Path folder(TenantId tenant) {
    return TestS3.running().data().resolve("tarn-results-" + tenant);
  }

  @Test
  void deliversAResultInLakesLayoutTheSignFileLast() throws Exception {
    // given
    var execution = ExportPartsResource.execution(ExportPartsResource.FINISHED, 7);
    // when
    var export = ended(acme, created(acme, Map.of("execution", execution, "format", "csv")));
    // then
    var key = "AWSLogs/111122223333/CloudTrail-Lake/Query/2026/05/01/" + execution + "/";
    export
        .body("state", equalTo("succeeded"), "deliveryStatus", equalTo("SUCCESS"))
        .body("rows", equalTo(7), "execution", equalTo(execution.toString()))
        .body("folder", equalTo("s3://tarn-results-" + acme + "/" + key))
        .body("files.name", contains("result_1.csv.gz"));
    assertThat(objects(acme))
        .containsExactlyInAnyOrder(
            key + "result_1.csv.gz", key + "result_sign.json", key + "result_statement.dsse.json");
    var file = Files.readAllBytes(folder(acme).resolve(key + "result_1.csv.gz"));
    export
        .body("files[0].sha256", equalTo(sha256(file)))
        .body("files[0].bytes", equalTo(file.length));
    assertThat(unzipped(file))
        .startsWith(
            "# Execution Time: 2026-05-02T00:00:01.500000Z Query Statement: SELECT n,  text FROM"
                + " $EDS_ID\r\nn,text\r\n0,text 0\r\n")
        .endsWith("6,text 6\r\n");
    var sign = JSON.readTree(folder(acme).resolve(key + "result_sign.json").toFile());
    assertThat(sign.path("files").path(0).path("fileHashValue").asText()).isEqualTo(sha256(file));
    assertThat(sign.path("files").path(0).path("fileName").asText()).isEqualTo("result_1.csv.gz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson", "parquet"})
  void hasOneFileAlsoForAnEmptyResult(String format) throws IOException {
    // given
    var execution = ExportPartsResource.execution(ExportPartsResource.FINISHED, 0);
    // when
    var export = ended(acme, created(acme, Map.of("execution", execution, "format", format)));
    // then
    export.body("state", equalTo("succeeded"), "rows", equalTo(0), "files", hasSize(1));
    assertThat(objects(acme)).hasSize(3);
  }

  @Test
  void runsAStatementFirst() {
    // when
    var export =
        ended(acme, created(acme, Map.of("statement", "SELECT 1 -- rows=5", "format", "ndjson")));
    // then
    export
        .body("state", equalTo("succeeded"), "rows", equalTo(5))
        .body("files.name", contains("result_1.ndjson.gz"));
  }

  @Test
  void aSecondExportOfAnExecutionLeavesTheFirstAsItIs() throws IOException {
    // given
    var execution = ExportPartsResource.execution(ExportPartsResource.FINISHED, 4);
    var first = ended(acme, created(acme, Map.of("execution", execution, "format", "csv")));
    String folder = first.extract().path("folder");
    // when
    var second = ended(acme, created(acme, Map.of("execution", execution, "format", "parquet")));
    // then
    second.body("folder", equalTo(folder.replaceFirst("/$", "-2/")));
    assertThat(objects(acme)).hasSize(6);
  }

  @Test
  void givesTheFilesThroughTheService() throws Exception {
    // given
    var execution = ExportPartsResource.execution(ExportPartsResource.FINISHED, 3);
    var id = created(acme, Map.of("execution", execution, "format", "csv"));
    String sha256 = ended(acme, id).extract().path("files[0].sha256");
    // when
    var file = as(acme, Role.ANALYST).get(path(acme) + "/" + id + "/files/result_1.csv.gz");
    var zip = as(acme, Role.ANALYST).get(path(acme) + "/" + id + "/zip");
    // then
    file.then().statusCode(200).header("Content-Disposition", containsString("result_1.csv.gz"));
    assertThat(sha256(file.asByteArray())).isEqualTo(sha256);
    zip.then().statusCode(200).contentType("application/zip");
    assertThat(entries(zip.asByteArray()))
        .containsExactly("result_1.csv.gz", "result_statement.dsse.json", "result_sign.json");
    as(acme, Role.ANALYST).get(path(acme) + "/" + id + "/files/other").then().statusCode(404);
  }

  @Test
  void tellsOfADeniedBucket() {
    // given
    var denied = withBucket(like("denied"));
    var execution = ExportPartsResource.execution(ExportPartsResource.FINISHED, 3);
    // when
    var export = ended(denied, created(denied, Map.of("execution", execution, "format", "csv")));
    // then
    export
        .body("state", equalTo("failed"), "deliveryStatus", equalTo("ACCESS_DENIED"))
        .body("reason", equalTo("access-denied"))
        .body("problem.missingPermission", equalTo("s3:PutObject"))
        .body("files", empty(), "folder", nullValue());
  }

  @Test
  void tellsOfAMissingBucketAndDeliversOnceItIsThere() {
    // given
    var bare = Ids.tenantId();
    var execution = ExportPartsResource.execution(ExportPartsResource.FINISHED, 3);
    Map<String, Object> request = Map.of("execution", execution, "format", "csv");
    // when
    var export = ended(bare, created(bare, request));
    // then
    export
        .body("state", equalTo("failed"), "deliveryStatus", equalTo("RESOURCE_NOT_FOUND"))
        .body("reason", equalTo("bucket-not-found"));
    // when
    withBucket(bare);
    // then
    ended(bare, created(bare, request))
        .body("state", equalTo("succeeded"), "folder", containsString("/" + execution + "/"));
  }

  @Test
  void triesAgainWhereTheBucketWantsToBeLeftAlone() {
    // given
    var busy = withBucket(like("busy"));
    var execution = ExportPartsResource.execution(ExportPartsResource.FINISHED, 3);
    // when
    var export = ended(busy, created(busy, Map.of("execution", execution, "format", "csv")));
    // then
    export.body("state", equalTo("succeeded"), "rows", equalTo(3));
  }

  /// Of a file of several parts the second one fails, or the answer that it is whole gets lost.
  @ParameterizedTest
  @ValueSource(
      strings = {
        ExportPartsResource.INTERNAL_ERROR,
        ExportPartsResource.LOST_ON_THE_WAY,
        ExportPartsResource.ANSWER_LOST
      })
  void writesTheSameFilesAfterAFaultInTheMiddleOfAnUpload(String fault) throws Exception {
    // given
    var faulty = withBucket(like(fault));
    var execution = ExportPartsResource.execution(ExportPartsResource.WIDE, 6);
    Map<String, Object> request = Map.of("execution", execution, "format", "csv");
    var undisturbed = ended(acme, created(acme, request)).extract();
    // when
    var export = ended(faulty, created(faulty, request));
    // then
    assertThat(ExportPartsResource.faultsOf(faulty.value())).isPositive();
    export
        .body("state", equalTo("succeeded"), "rows", equalTo(6), "files", hasSize(1))
        .body("files[0].sha256", equalTo(undisturbed.path("files[0].sha256")))
        .body("bytes", greaterThan(8 * 1024 * 1024));
    assertThat(objects(faulty)).hasSize(3);
    assertThat(sha256(Files.readAllBytes(stored(faulty, "result_1.csv.gz"))))
        .isEqualTo(undisturbed.<String>path("files[0].sha256"));
    assertThat(OwnS3.uploads(faulty)).isEmpty();
  }

  @Test
  void keepsTheResultFilesWhereTheSignFileIsDenied() throws Exception {
    // given
    var unsigned = withBucket(like(ExportPartsResource.SIGN_FILE_DENIED));
    var execution = ExportPartsResource.execution(ExportPartsResource.FINISHED, 3);
    // when
    var export =
        ended(unsigned, created(unsigned, Map.of("execution", execution, "format", "csv")));
    // then
    export
        .body("state", equalTo("failed"), "reason", equalTo("access-denied"))
        .body("deliveryStatus", equalTo("ACCESS_DENIED_SIGNING_FILE"))
        .body("problem.missingPermission", equalTo("s3:PutObject"))
        .body("files.name", contains("result_1.csv.gz"), "folder", containsString("/" + execution));
    assertThat(objects(unsigned))
        .hasSize(2)
        .noneMatch(key -> key.endsWith("result_sign.json"))
        .anyMatch(key -> key.endsWith("result_1.csv.gz"));
  }

  @Test
  void tellsWhyThereIsNoResult() {
    // given
    var cancelled = ExportPartsResource.execution(ExportPartsResource.CANCELLED, 0);
    // then
    ended(acme, created(acme, Map.of("execution", cancelled, "format", "csv")))
        .body("state", equalTo("failed"), "reason", equalTo("execution-cancelled"));
  }

  @Test
  void endsWithItsOwnersRole() {
    // given
    var gone = new Actor("https://identity.example/realms/tarn", "gone-" + UUID.randomUUID(), "G");
    var execution = ExportPartsResource.execution(ExportPartsResource.FINISHED, 3);
    var grant = grants.in(acme, "acme", Role.ANALYST).actor(gone).mint();
    // when
    String id =
        given()
            .auth()
            .oauth2(grant)
            .contentType(ContentType.JSON)
            .body(Map.of("execution", execution, "format", "csv"))
            .post(path(acme))
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    // then
    ended(acme, id, Role.OPERATOR)
        .body("state", equalTo("failed"), "reason", equalTo("owner-left"));
  }

  @Test
  void isCancelledWhileItWaits() throws IOException {
    // given
    var live = ExportPartsResource.execution(ExportPartsResource.LIVE, 0);
    var id = created(acme, Map.of("execution", live, "format", "csv"));
    // when
    as(acme, Role.ANALYST).delete(path(acme) + "/" + id).then().statusCode(202);
    // then
    ended(acme, id).body("state", equalTo("cancelled"), "deliveryStatus", equalTo("CANCELLED"));
    assertThat(objects(acme)).isEmpty();
  }

  @Test
  void showsNothingOfOtherTenantsAndPeople() {
    // given
    var execution = ExportPartsResource.execution(ExportPartsResource.FINISHED, 3);
    var id = created(acme, Map.of("execution", execution, "format", "csv"));
    ended(acme, id);
    // then
    for (var rest : List.of("", "/zip", "/files/result_1.csv.gz")) {
      as(globex, Role.OPERATOR).get(path(globex) + "/" + id + rest).then().statusCode(404);
      as(globex, Role.OPERATOR).get(path(acme) + "/" + id + rest).then().statusCode(404);
      as(acme, Role.VIEWER).get(path(acme) + "/" + id + rest).then().statusCode(404);
    }
    as(globex, Role.OPERATOR).delete(path(globex) + "/" + id).then().statusCode(404);
    as(globex, Role.OPERATOR).get(path(globex)).then().body("items", empty());
    as(acme, Role.VIEWER).get(path(acme)).then().body("items", empty());
    as(acme, Role.OPERATOR).get(path(acme)).then().body("items.id", contains(id));
    as(acme, Role.APPROVER).get(path(acme)).then().statusCode(403);
  }

  @Test
  void exportsOnlyWhatTheCallerMayRead() {
    // given
    var foreign = ExportPartsResource.execution(ExportPartsResource.FOREIGN, 3);
    // then
    create(acme, Map.of("execution", foreign, "format", "csv"))
        .statusCode(400)
        .body("violations[0].field", equalTo("execution"));
    create(acme, Map.of("format", "csv")).statusCode(400);
    create(acme, Map.of("execution", foreign, "statement", "SELECT 1", "format", "csv"))
        .statusCode(400);
    create(acme, Map.of("statement", "SELECT 1", "format", "xlsx")).statusCode(400);
    create(acme, Map.of("statement", "SELECT 1", "format", "csv", "destination", UUID.randomUUID()))
        .statusCode(404);
  }

  @Test
  void aRepeatedRequestIsTheSameExport() {
    // given
    var execution = ExportPartsResource.execution(ExportPartsResource.FINISHED, 1);
    var key = UUID.randomUUID().toString();
    Map<String, Object> request = Map.of("execution", execution, "format", "csv");
    // when
    var one = as(acme, Role.ANALYST).header("Idempotency-Key", key).body(request).post(path(acme));
    var two = as(acme, Role.ANALYST).header("Idempotency-Key", key).body(request).post(path(acme));
    // then
    assertThat(two.<String>path("id")).isEqualTo(one.path("id"));
  }

  @Test
  void pagesExportsNewestFirst() {
    // given
    var ids = new ArrayList<String>();
    for (int n = 0; n < 3; n++) {
      var execution = ExportPartsResource.execution(ExportPartsResource.FINISHED, 1);
      ids.addFirst(created(acme, Map.of("execution", execution, "format", "csv")));
    }
    // when
    var first = as(acme, Role.ANALYST).get(path(acme) + "?limit=2").then();
    String cursor = first.extract().path("nextCursor");
    var second = as(acme, Role.ANALYST).get(path(acme) + "?limit=2&cursor=" + cursor).then();
    // then
    first.body("items.id", equalTo(ids.subList(0, 2)));
    second.body("items.id", equalTo(ids.subList(2, 3)), "nextCursor", nullValue());
  }

  @Test
  void deliversToADestinationOfTheTenantsOwn() throws IOException {
    // given
    var s3 = TestS3.running();
    Map<String, Object> place =
        Map.of(
            "name",
            "archive",
            "bucket",
            "tarn-results-" + globex,
            "prefix",
            "audit/lake",
            "endpoint",
            s3.endpoint(),
            "accessKeyId",
            "t-" + globex,
            "secretAccessKey",
            secretOf(globex));
    // when
    var made = as(acme, Role.TENANT_ADMIN).body(place).post(destinations(acme)).then();
    // then
    made.statusCode(201)
        .body("prefix", equalTo("audit/lake/"))
        .body("", not(hasItem("secretAccessKey")));
    assertThat(made.extract().asString()).doesNotContain(secretOf(globex));
    String destination = made.extract().path("id");
    as(acme, Role.TENANT_ADMIN)
        .post(destinations(acme) + "/" + destination + "/test")
        .then()
        .statusCode(200)
        .body("usable", equalTo(true), "missingPermissions", empty());
    assertThat(objects(globex)).isEmpty();
    // when
    var execution = ExportPartsResource.execution(ExportPartsResource.FINISHED, 3);
    var export =
        ended(
            acme,
            created(
                acme, Map.of("execution", execution, "format", "csv", "destination", destination)));
    // then
    export
        .body("state", equalTo("succeeded"))
        .body("folder", startsWith("s3://tarn-results-" + globex + "/audit/lake/AWSLogs/"));
    assertThat(objects(globex)).hasSize(3).allMatch(key -> key.startsWith("audit/lake/AWSLogs/"));
    as(globex, Role.TENANT_ADMIN)
        .get(destinations(globex) + "/" + destination)
        .then()
        .statusCode(404);
    as(globex, Role.TENANT_ADMIN).get(destinations(globex)).then().body("items", empty());
    as(acme, Role.VIEWER).get(destinations(acme)).then().statusCode(403);
    as(acme, Role.ANALYST).delete(destinations(acme) + "/" + destination).then().statusCode(403);
    as(acme, Role.TENANT_ADMIN)
        .delete(destinations(acme) + "/" + destination)
        .then()
        .statusCode(204);
  }

  @Test
  void namesThePermissionThatADestinationLacks() {
    // given
    Map<String, Object> place =
        Map.of(
            "name",
            "not mine",
            "bucket",
            "tarn-results-" + globex,
            "endpoint",
            TestS3.running().endpoint(),
            "accessKeyId",
            "t-" + acme,
            "secretAccessKey",
            secretOf(acme));
    String id = as(acme, Role.TENANT_ADMIN).body(place).post(destinations(acme)).path("id");
    // then
    as(acme, Role.TENANT_ADMIN)
        .post(destinations(acme) + "/" + id + "/test")
        .then()
        .body("usable", equalTo(false), "missingPermissions", hasItem("s3:PutObject"));
    as(acme, Role.TENANT_ADMIN)
        .post(destinations(acme) + "/own/test")
        .then()
        .body("usable", equalTo(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://s3.eu-central-1.amazonaws.com",
        "http://127.0.0.1:8083",
        "http://169.254.169.254",
        "ftp://s3.example.test",
        "https://user@s3.example.test",
        "https://s3.example.test/path",
        "https://nowhere.example.test"
      })
  void refusesEndpointsThatNobodyHasListed(String endpoint) {
    // given
    Map<String, Object> place =
        Map.of(
            "name", "x " + UUID.randomUUID(),
            "bucket", "bucket",
            "endpoint", endpoint,
            "accessKeyId", "a",
            "secretAccessKey", "b");
    // then
    as(acme, Role.TENANT_ADMIN)
        .body(place)
        .post(destinations(acme))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("endpoint"));
  }

  private static String secretOf(TenantId tenant) {
    return io.tarn.common.secret.MasterSecret.load(TestS3.running().masterSecretFile())
        .derive("s3-identity", tenant.value());
  }

  private static String path(TenantId tenant) {
    return "/v1/tenants/" + tenant + "/exports";
  }

  private static String destinations(TenantId tenant) {
    return "/v1/tenants/" + tenant + "/destinations";
  }

  private ValidatableResponse create(TenantId tenant, Map<String, Object> request) {
    return as(tenant, Role.ANALYST).body(request).post(path(tenant)).then();
  }

  private String created(TenantId tenant, Map<String, Object> request) {
    return create(tenant, request)
        .statusCode(202)
        .header("Location", containsString(path(tenant)))
        .extract()
        .path("id");
  }

  private ValidatableResponse ended(TenantId tenant, String id) {
    return ended(tenant, id, Role.ANALYST);
  }

  private ValidatableResponse ended(TenantId tenant, String id, Role role) {
    var states = List.of("succeeded", "failed", "cancelled");
    await()
        .atMost(PATIENCE)
        .until(() -> states.contains(as(tenant, role).get(path(tenant) + "/" + id).path("state")));
    return as(tenant, role).get(path(tenant) + "/" + id).then().statusCode(200);
  }

  private RequestSpecification as(TenantId tenant, Role role) {
    return given().auth().oauth2(grants.grant(tenant, "acme", role)).contentType(ContentType.JSON);
  }

  private static List<String> objects(TenantId tenant) throws IOException {
    var root = folder(tenant);
    try (var files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .toList();
    }
  }

  private static Path stored(TenantId tenant, String name) throws IOException {
    var key = objects(tenant).stream().filter(object -> object.endsWith(name)).findFirst();
    return folder(tenant).resolve(key.orElseThrow());
  }

  private static String unzipped(byte[] bytes) throws IOException {
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> entries(byte[] bytes) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      var names = new ArrayList<String>();
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
      return names;
    }
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
