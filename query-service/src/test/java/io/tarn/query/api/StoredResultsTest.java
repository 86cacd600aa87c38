package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.testing.TestParts;
import io.tarn.testing.TestS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Results in the bucket of the services: where they lie, and what becomes of damaged and old ones.
@QuarkusTest
@OnQueryParts
class StoredResultsTest {
  static Scenarios scenarios;

  @BeforeAll
  static void twoTenants() throws SQLException {
    scenarios = Scenarios.create();
  }

  @Test
  void liesUnderTheTenantsIdInChunksWithAManifest() throws IOException {
    // when
    var id = scenarios.acme.finished("SELECT eventName FROM " + scenarios.acme.large());
    // then
    assertThat(objects(id))
        .containsExactly("manifest.json", "rows-00000000.json.gz", "rows-00000001.json.gz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rows-00000000.json.gz", "manifest.json"})
  void refusesADamagedResultAndShowsNoRow(String object) throws IOException {
    // given what was read once, so that it is in the bucket only
    var id = scenarios.acme.finished("SELECT eventName FROM " + scenarios.acme.large());
    scenarios.acme.results(id, "limit=10").statusCode(200);
    flipAByte(folder(id).resolve(object));
    // when
    var answer = scenarios.acme.results(id, "limit=10");
    // then
    answer
        .statusCode(500)
        .body("type", equalTo("/problems/result-damaged"))
        .body("rows", nullValue());
  }

  @Test
  void refusesAResultThatLacksAChunkAndReadsTheOthers() throws IOException {
    // given
    var id = scenarios.acme.finished("SELECT eventName FROM " + scenarios.acme.large());
    Files.delete(folder(id).resolve("rows-00000001.json.gz"));
    // when
    var whole = scenarios.acme.results(id, "limit=1000");
    String cursor = whole.statusCode(200).body("rows", hasSize(1000)).extract().path("nextCursor");
    for (int page = 1; page < 5; page++) {
      cursor =
          scenarios
              .acme
              .results(id, "limit=1000&cursor=" + cursor)
              .statusCode(200)
              .extract()
              .path("nextCursor");
    }
    // then
    scenarios
        .acme
        .results(id, "cursor=" + cursor)
        .statusCode(500)
        .body("type", equalTo("/problems/result-damaged"));
  }

  @Test
  void deletesResultsAfterTheirTimeAndKeepsTheHistory() throws SQLException {
    // given
    var id = scenarios.acme.finished("SELECT eventName FROM $EDS_ID");
    var other = scenarios.acme.finished("SELECT eventName FROM $EDS_ID");
    // when
    endedDaysAgo(id, 8);
    // then
    await().atMost(Duration.ofSeconds(20)).until(() -> objects(id).isEmpty());
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                scenarios
                    .acme
                    .results(id, "limit=10")
                    .statusCode(410)
                    .body("type", equalTo("/problems/results-expired")));
    scenarios.acme.state(id).statusCode(200).body("statistics.rows", equalTo(2));
    scenarios.acme.results(other, "limit=10").statusCode(200).body("rows", hasSize(2));
  }

  private static Path folder(String id) {
    return TestS3.running()
        .data()
        .resolve("tarn-services")
        .resolve(scenarios.acme.tenant().value())
        .resolve("query-results")
        .resolve(id);
  }

  private static List<String> objects(String id) throws IOException {
    var folder = folder(id);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void flipAByte(Path file) throws IOException {
    var content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    Files.write(file, content);
  }

  private static void endedDaysAgo(String id, int days) throws SQLException {
    try (var connection = TestParts.running().connectAs("tarn_query");
        var update =
            connection.prepareStatement(
                "update query.executions set ended_at = now() - make_interval(days => ?)"
                    + " where id = ?")) {
      update.setInt(1, days);
      update.setObject(2, UUID.fromString(id));
      update.executeUpdate();
    }
  }
}
