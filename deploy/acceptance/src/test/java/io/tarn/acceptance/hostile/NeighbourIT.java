package io.tarn.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tarn.acceptance.openapi.Endpoint;
import io.tarn.acceptance.product.Answer;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Service;
import io.tarn.acceptance.product.Statements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// One tenant sends input that once crashed a shared service; a statement of another tenant is
/// answered each second throughout, and no service ends.
@TestMethodOrder(MethodOrderer.MethodName.class)
class NeighbourIT {
  private static final String ATTACKER = "initech";
  private static final String PATH = "/v1/tenants/" + ATTACKER;
  private static final int LARGEST_ANSWER = 5_000_000;

  private static Product product;
  private static Caller admin;
  private static Caller analyst;
  private static List<String> before;
  private static Neighbour neighbour;

  @BeforeAll
  static void watchNeighbour() {
    product = Product.running();
    var people = new People(product);
    admin = people.person(ATTACKER, "tenant-admin");
    analyst = people.person(ATTACKER, "analyst");
    before = processes();
    neighbour = Neighbour.of(people.person("globex", "analyst"), "globex");
  }

  @AfterAll
  static void endNeighbour() {
    neighbour.close();
  }

  @Test
  void aStatementOfManyStars() {
    var statement = "SELECT " + String.join(",", Collections.nCopies(4900, "*")) + " FROM $EDS_ID";
    var answers =
        atOnce(
            IntStream.range(0, 2)
                .boxed()
                .flatMap(
                    round ->
                        List.of(
                            "/queries",
                            "/queries:validate",
                            "/queries:explain",
                            "/queries:estimate")
                            .stream())
                .map(operation -> (Runnable) () -> refused(operation, statement))
                .toList());
    assertThat(answers).allMatch(Future::isDone);
    assertThat(analyst.get(PATH + "/queries?limit=1000").with(200).body())
        .hasSizeLessThan(LARGEST_ANSWER);
  }

  @Test
  void conflictsOfTheLargestEvents() {
    // given
    var conflicts = 10;
    var ids =
        IntStream.range(0, conflicts).mapToObj(index -> UUID.randomUUID().toString()).toList();
    ids.forEach(id -> put(event(id, "a".repeat(4_000_000))));
    ids.forEach(id -> put(event(id, "b".repeat(4_000_000))));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> listed().json().path("items").size() >= conflicts);
    // when
    atOnce(
        Collections.nCopies(6, () -> assertThat(listed().body()).hasSizeLessThan(LARGEST_ANSWER)));
    // then
    for (var conflict : listed().json().path("items")) {
      var shown = admin.get(PATH + "/conflicts/" + conflict.path("id").asText()).with(200);
      assertThat(shown.body()).hasSizeLessThan(LARGEST_ANSWER);
    }
  }

  @Test
  void rowsOfManyMegabytes() {
    // given: events that are 4 MB each, behind the conflicts' test or before it
    IntStream.range(0, 4)
        .forEach(index -> put(event(UUID.randomUUID().toString(), "c".repeat(4_000_000))));
    var columns = String.join(", ", Collections.nCopies(10, "eventJson"));
    // when
    var ended =
        ended(
            Statements.submit(
                analyst,
                ATTACKER,
                "SELECT %s FROM $EDS_ID WHERE eventName = 'Large'".formatted(columns)));
    // then
    assertThat(ended.text("state")).isIn("FINISHED", "FAILED");
  }

  @Test
  void rejectedRecordsWithoutEnd() {
    var many = "[" + "{},".repeat(20_000) + "{}]";
    atOnce(
        Collections.nCopies(
            3, () -> assertThat(put(many).json().path("deadLettersDropped").asInt()).isPositive()));
    assertThat(admin.get(PATH + "/dead-letters?limit=1000").with(200).body())
        .hasSizeLessThan(LARGEST_ANSWER);
  }

  @Test
  void yEveryListingIsBoundedWhateverItHolds() {
    // given: uploads and statements of the longest names and texts, beside what the tests before
    // left
    var source = "s".repeat(1024);
    for (int index = 0; index < 20; index++) {
      admin.post(PATH + "/uploads", "{\"source\":\"" + source + "\"}").with(201);
      ended(
          Statements.submit(
              analyst, ATTACKER, "SELECT 1 AS one FROM $EDS_ID LIMIT 1 -- " + "x".repeat(9900)));
    }
    var platform = new People(product).person("platform-admin");
    var listings =
        Endpoint.all(product).stream()
            .filter(operation -> operation.reads() && operation.path().startsWith("/v1/"))
            .filter(operation -> operation.queryParameters().contains("limit"))
            .filter(operation -> Set.of("tenant").containsAll(operation.pathParameters()))
            .toList();
    assertThat(listings).hasSizeGreaterThan(6);
    for (var listing : listings) {
      // when
      var caller = listing.isUnderATenant() ? admin : platform;
      var answer = caller.get(listing.path().replace("{tenant}", ATTACKER) + "?limit=1000");
      // then
      assertThat(answer.with(200).body()).as(listing.toString()).hasSizeLessThan(LARGEST_ANSWER);
    }
  }

  @Test
  void zTheNeighbourWasAnsweredThroughoutAndNoServiceEnded() {
    assertThat(neighbour.close()).as("failures of the neighbour").isEmpty();
    assertThat(neighbour.answered()).isGreaterThan(5);
    assertThat(processes()).isEqualTo(before);
  }

  private static void refused(String operation, String statement) {
    var body = JsonNodeFactory.instance.objectNode().put("statement", statement).toString();
    var answer = analyst.post(PATH + operation, body);
    assertThat(answer.with(400).text("type")).isEqualTo("/problems/invalid-statement");
  }

  private static Answer listed() {
    return admin.get(PATH + "/conflicts?limit=1000").with(200);
  }

  private static Answer put(String body) {
    return admin
        .with("Content-Type", "application/octet-stream")
        .post(PATH + "/event-data-stores/default/events", body)
        .with(200);
  }

  private static String event(String id, String text) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("eventID", id)
        .put("eventTime", Instant.now().truncatedTo(ChronoUnit.DAYS).toString())
        .put("eventName", "Large")
        .put("additional", text)
        .toString();
  }

  private static Answer ended(Answer submitted) {
    var id = submitted.with(202).text("id");
    return await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> Statements.state(analyst, ATTACKER, id),
            state -> !List.of("QUEUED", "RUNNING").contains(state.text("state")));
  }

  private static List<Future<?>> atOnce(List<Runnable> tasks) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = tasks.stream().<Future<?>>map(threads::submit).toList();
      threads.shutdown();
      for (var task : all) {
        task.get();
      }
      return all;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } catch (java.util.concurrent.ExecutionException failure) {
      throw new AssertionError(failure.getCause());
    }
  }

  private static List<String> processes() {
    return Arrays.stream(Service.values())
        .map(service -> product.state().resolve("run/" + service.module() + ".pid"))
        .map(
            file -> {
              try {
                return Files.readString(file);
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            })
        .toList();
  }
}
