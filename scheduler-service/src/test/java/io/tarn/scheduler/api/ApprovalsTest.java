package io.tarn.scheduler.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tarn.scheduler.approval.Approval;
import io.tarn.scheduler.approval.Approvals;
import io.tarn.scheduler.approval.RecordingListener;
import io.tarn.scheduler.data.Transactions;
import io.tarn.service.gate.Role;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Approvals by requests and by CSV files, in a real database.
@QuarkusTest
@OnSchedulerParts
@WithTestResource(OtherServicesResource.class)
class ApprovalsTest extends AcmeSchedules {
  private static final String APPROVALS = "/v1/tenants/acme/approvals";
  private static final String HEADER =
      "system,id,version,state,windowStart,windowEnd,accounts,principals,changedAt\n";

  private final String id = "CHG-" + UUID.randomUUID();

  @TestHTTPResource("/")
  URI service;

  @Inject RecordingListener listener;
  @Inject Approvals approvals;
  @Inject Transactions transactions;

  @Test
  void keepsEachVersionOnceAndTheNewestAsCurrent() {
    // when
    put(approval(2, "approved")).statusCode(201).body("version", equalTo(2));
    put(approval(2, "approved")).statusCode(200).body("version", equalTo(2));
    put(approval(1, "requested"))
        .statusCode(200)
        .body("version", equalTo(2), "state", equalTo("approved"));
    put(approval(5, "closed")).statusCode(201).body("state", equalTo("closed"));

    // then
    as(Role.VIEWER)
        .get(address())
        .then()
        .statusCode(200)
        .body(
            "current.version", equalTo(5),
            "current.scope.principals[0].kind", equalTo("session-name"),
            "versions.version", equalTo(List.of(5, 2, 1)),
            "versions.state", equalTo(List.of("closed", "approved", "requested")));
    assertThat(listener.of(id))
        .extracting(told -> told.version().version(), RecordingListener.Told::known)
        .containsExactly(
            tuple(2L, List.of(2L)), tuple(1L, List.of(1L, 2L)), tuple(5L, List.of(1L, 2L, 5L)));
    assertThat(listener.of(id)).allMatch(RecordingListener.Told::isKept);
  }

  @Test
  void refusesOtherContentOfAVersionThatIsKnown() {
    // given
    put(approval(2, "approved")).statusCode(201);
    // when
    var answer = put(approval(2, "cancelled"));
    // then
    answer.statusCode(409).body("type", equalTo("/problems/approval-version-conflict"));
    as(Role.VIEWER).get(address()).then().body("current.state", equalTo("approved"));
  }

  @Test
  void keepsOneOfVersionsThatComeAtOnce() throws Exception {
    // given
    List<Callable<Integer>> puts =
        IntStream.range(0, 12)
            .<Callable<Integer>>mapToObj(
                at -> () -> put(approval(1 + at % 3, "approved")).extract().statusCode())
            .toList();
    // when
    var answers = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(puts)) {
        answers.add(answer.get());
      }
    }
    // then
    assertThat(answers).containsOnly(200, 201);
    as(Role.VIEWER).get(address()).then().body("versions.version", equalTo(List.of(3, 2, 1)));
    assertThat(listener.of(id)).hasSize(3);
  }

  @Test
  void marksApprovalsThatWereGivenLate() {
    // given
    var late = approval(2, "approved");
    late.put("changedAt", "2026-05-04T10:00:01Z");
    // when
    put(approval(1, "requested")).body("retrospective", equalTo(false));
    // then
    put(late).statusCode(201).body("retrospective", equalTo(true));
  }

  @Test
  void refusesBadInputWithItsPlace() {
    var backwards = approval(1, "approved");
    backwards.put("window", Map.of("start", "2026-05-04T12:00:00Z", "end", "2026-05-04T10:00:00Z"));
    assertInvalid(put(backwards), "window.end");

    var ahead = approval(1, "approved");
    ahead.put("changedAt", Instant.now().plusSeconds(400).toString());
    assertInvalid(put(ahead), "changedAt");

    var everything = approval(1, "approved");
    everything.put("scope", Map.of("actions", List.of("*")));
    assertInvalid(put(everything), "scope");
    everything.put("confirmation", "everything");
    put(everything).statusCode(201);
  }

  @Test
  void listsByFiltersAndPages() {
    // given
    var mark = "mark-" + UUID.randomUUID();
    for (int at = 0; at < 3; at++) {
      var body = approval(1, at == 0 ? "requested" : "approved");
      body.put("title", "Move " + mark + " to part " + at);
      body.put("changedAt", "2026-05-03T10:00:0" + at + "Z");
      as(Role.APPROVER).body(body).put(APPROVALS + "/jira/" + id + "-" + at).then().statusCode(201);
    }

    // then
    search("?text=MOVE " + mark)
        .body("items.id", equalTo(List.of(id + "-2", id + "-1", id + "-0")));
    search("?state=approved&system=jira&text=" + mark).body("items", hasSize(2));
    search("?system=github&text=" + mark).body("items", hasSize(0));
    search("?from=2026-05-04T11:59:59Z&text=" + mark).body("items", hasSize(3));
    search("?from=2026-05-04T12:00:00Z&text=" + mark).body("items", hasSize(0));
    search("?to=2026-05-04T10:00:00Z&text=" + mark).body("items", hasSize(0));
    var first = search("?limit=2&text=" + mark).body("items", hasSize(2));
    search("?limit=2&text=" + mark + "&cursor=" + first.extract().path("nextCursor"))
        .body("items.id", equalTo(List.of(id + "-0")), "nextCursor", equalTo(null));
  }

  @Test
  void hidesApprovalsOfOtherTenants() {
    // given
    put(approval(1, "approved")).statusCode(201);
    var globex = as(grants.grant(GLOBEX, "globex", Role.TENANT_ADMIN));
    // then
    globex
        .get("/v1/tenants/globex/approvals/servicenow/" + id)
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/not-found"));
    as(grants.grant(GLOBEX, "globex", Role.TENANT_ADMIN))
        .get("/v1/tenants/globex/approvals?text=" + id)
        .then()
        .body("items", hasSize(0));
    as(Role.VIEWER).body(approval(2, "approved")).put(address()).then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-04T12:00:00Z, 2026-05-04T13:00:00Z, false",
    "2026-05-04T11:59:59Z, 2026-05-04T13:00:00Z, true",
    "2026-05-04T09:00:00Z, 2026-05-04T10:00:00Z, true",
    "2026-05-04T09:00:00Z, 2026-05-04T09:59:59Z, false",
  })
  void findsApprovalsAroundATime(Instant from, Instant to, boolean isFound) {
    // given
    put(approval(1, "approved")).statusCode(201);
    var moved = approval(2, "approved");
    moved.put("window", Map.of("start", "2027-05-04T10:00:00Z", "end", "2027-05-04T12:00:00Z"));
    put(moved).statusCode(201);
    // when
    var found =
        transactions.in(connection -> approvals.around(connection, ACME, from, to)).stream()
            .filter(history -> history.latest().id().equals(id))
            .toList();
    // then
    assertThat(found).hasSize(isFound ? 1 : 0);
    assertThat(found)
        .allSatisfy(
            history ->
                assertThat(history.versions())
                    .extracting(Approval::version)
                    .containsExactly(1L, 2L));
  }

  @Test
  void keepsTheApprovalsOfAFile() {
    // given
    put(approval(1, "requested")).statusCode(201);
    var file = HEADER + line(id, 2, "approved") + line(id + "-b", 1, "requested");

    // when
    var dry = upload(file, true).statusCode(200);

    // then
    dry.body("dryRun", equalTo(true), "lines", equalTo(2), "added", equalTo(1));
    dry.body("newer", equalTo(1), "faultCount", equalTo(0));
    as(Role.VIEWER).get(address()).then().body("current.version", equalTo(1));

    // when
    upload(file, false).statusCode(200).body("added", equalTo(1), "newer", equalTo(1));
    upload(file, false).statusCode(200).body("added", equalTo(0), "unchanged", equalTo(2));

    // then
    as(Role.VIEWER)
        .get(address())
        .then()
        .body(
            "current.version", equalTo(2),
            "current.scope.accounts", equalTo(List.of("111122223333", "444455556666")),
            "current.scope.principals.pattern", equalTo(List.of("Deployer", "ann*")));
  }

  @Test
  void keepsNothingOfAFileWithABadLine() {
    // given
    var file =
        HEADER
            + line(id, 1, "approved")
            + line(id + "-b", 1, "maybe")
            + line(id, 1, "rejected")
            + line(id, 2, "approved").replace("T12", "T08")
            + "too,few\n";

    // when
    var answer = upload(file, false);

    // then
    answer
        .statusCode(400)
        .body("type", equalTo("/problems/approval-import-refused"), "faultCount", equalTo(4))
        .body("faults.line", equalTo(List.of(3, 4, 5, 6)))
        .body("faults[0].column", equalTo("state"))
        .body("faults[2].column", equalTo("windowEnd"))
        .body("faults[1].column", equalTo("version"))
        .body("detail", containsString("nothing is kept"));
    as(Role.VIEWER).get(address()).then().statusCode(404);
    upload(file, true).statusCode(200).body("faultCount", equalTo(4), "added", equalTo(1));
  }

  @Test
  void listsTheFirstHundredFaultsAndCountsAll() {
    // given
    var file = HEADER + line(id, 1, "maybe").repeat(150);
    // when
    var answer = upload(file, false);
    // then
    answer.statusCode(400).body("faultCount", equalTo(150), "faults", hasSize(100));
    answer.body("faults.column", everyItem(equalTo("state")));
  }

  @ParameterizedTest
  @CsvSource({
    "'system,id,version,state,windowStart\n', windowEnd, is missing",
    "'system,id,version,state,windowStart,windowEnd,colour\n', colour, is no column of approvals",
    "'system,id,version,state,windowStart,windowEnd,id\n', id, is named twice",
    "'', , must name the columns",
  })
  void namesTheColumnThatIsMissingOrUnknown(String file, String column, String reason) {
    upload(file, true)
        .statusCode(400)
        .body("type", equalTo("/problems/approval-import-refused"))
        .body("faults[0].column", equalTo(column), "faults[0].reason", equalTo(reason));
  }

  @Test
  void namesTheLimitOfAFileThatIsTooLong() throws Exception {
    // given
    var line = "servicenow,X,1,approved,2026-05-04T10:00:00Z,,,,\n";
    var thousand = line.repeat(1_000).getBytes(UTF_8);
    var lines =
        Stream.concat(Stream.of(HEADER.getBytes(UTF_8)), Stream.generate(() -> thousand))
            .limit(1_001)
            .toList();
    var request =
        HttpRequest.newBuilder(service.resolve(APPROVALS + ":import"))
            .header("Authorization", "Bearer " + grants.grant(ACME, "acme", Role.APPROVER))
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofByteArrays(lines))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      // when
      var answer = client.send(request, BodyHandlers.ofString());
      // then
      assertThat(answer.statusCode()).isEqualTo(400);
      var problem = JsonPath.from(answer.body());
      assertThat(problem.getString("detail")).contains("at most 100,000 lines");
      assertThat(problem.getLong("faults[0].line")).isEqualTo(100_002);
    }
  }

  private ValidatableResponse upload(String file, boolean isDryRun) {
    return as(Role.APPROVER)
        .urlEncodingEnabled(false)
        .contentType("text/csv; charset=UTF-8")
        .body(file.getBytes(UTF_8))
        .post(APPROVALS + ":import?dryRun=" + isDryRun)
        .then();
  }

  private static String line(String id, int version, String state) {
    return "servicenow,%s,%d,%s,2026-05-04T10:00:00Z,2026-05-04T12:00:00Z,\"111122223333; 444455556666\",role=Deployer;session-name=ann*,2026-05-04T09:00:00Z\n"
        .formatted(id, version, state);
  }

  private ValidatableResponse search(String query) {
    return as(Role.VIEWER).get(APPROVALS + query).then().statusCode(200);
  }

  private ValidatableResponse put(Map<String, Object> body) {
    return as(Role.APPROVER).body(body).put(address()).then();
  }

  private static void assertInvalid(ValidatableResponse answer, String place) {
    answer
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-request"))
        .body("violations[0].field", equalTo(place));
  }

  private String address() {
    return APPROVALS + "/servicenow/" + id;
  }

  private static Map<String, Object> approval(int version, String state) {
    var body = new HashMap<String, Object>();
    body.put("version", version);
    body.put("state", state);
    body.put("title", "Move the queue");
    body.put("requester", "ann@example.com");
    body.put("window", Map.of("start", "2026-05-04T10:00:00Z", "end", "2026-05-04T12:00:00Z"));
    body.put(
        "scope",
        Map.of(
            "accounts", List.of("111122223333"),
            "principals", List.of(Map.of("kind", "session-name", "pattern", "ann*"))));
    body.put("changedAt", "2026-05-04T09:00:00Z");
    return body;
  }
}
