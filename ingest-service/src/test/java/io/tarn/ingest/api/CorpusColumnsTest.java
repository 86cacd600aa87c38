package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.id.Ids;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every column of every stored event of the corpus, read back from the database, is what an
/// independent reading of the event's text says.
@QuarkusTest
@OnIngestParts
class CorpusColumnsTest {
  private static final List<String> NOT_OF_THE_EVENT =
      List.of(
          "tenant_id", "received_time", "ingest_position", "digest", "upload_id", "upload_file");

  @Test
  void keepsWhatTheEventsSay() {
    // given
    var corpus = Corpus.orSkip();
    var acme = TestTenant.make("acme");

    // when
    long received = 0;
    for (var file :
        Stream.concat(corpus.files("events").stream(), corpus.trails().stream()).toList()) {
      var answer = acme.put(Corpus.bytes(file)).statusCode(200).extract().jsonPath();
      received += answer.getLong("received");
    }
    acme.awaitReceived(received);

    // then
    var rows = StoredRows.of(acme.table(), NOT_OF_THE_EVENT);
    assertThat(rows).as("all but the three that belong into a store of insights").hasSize(3287);
    assertAgree(rows, IndependentReading::ofCloudTrail);
  }

  @Test
  void keepsInsightsOfTrailsInTheFormOfTheirStore() {
    // given
    var corpus = Corpus.orSkip();
    var acme = TestTenant.make("acme");
    var insights = Ids.uuid();
    acme.putStore(insights, "insight", "Insight", false).statusCode(204);
    var lines =
        corpus.files("events").stream()
            .flatMap(file -> Corpus.text(file).lines())
            .filter(line -> line.contains("\"insightDetails\""))
            .collect(Collectors.joining("\n"));

    // when
    acme.put("insight", lines.getBytes(StandardCharsets.UTF_8)).statusCode(200);
    acme.awaitReceived(3);

    // then
    var rows = StoredRows.of(acme.table(insights), NOT_OF_THE_EVENT);
    assertThat(rows).hasSize(3);
    assertAgree(rows, IndependentReading::ofTrailInsight);
  }

  private static void assertAgree(
      List<StoredRows.Row> rows, Function<String, Map<String, String>> reading) {
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.columns())
                    .as(row.eventJson())
                    .isEqualTo(reading.apply(row.eventJson())));
  }
}
