package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.id.Ids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Everything in the corpus is stored or rejected with a reason, the counts add up, and sending
/// it again changes nothing.
@QuarkusTest
@OnIngestParts
class CorpusTest {

  @Test
  void accountsForEveryRecordAndKeepsItToTheByte() {
    // given
    var corpus = Corpus.orSkip();
    var acme = TestTenant.make("acme");
    var lines = new HashSet<String>();
    long records = 0;
    long received = 0;
    long rejected = 0;
    long notices = 0;

    // when
    for (var part : List.of("events", "malformed")) {
      for (var file : corpus.files(part)) {
        var inFile = Corpus.text(file).lines().filter(line -> !line.isBlank()).toList();
        lines.addAll(inFile);
        records += inFile.size();
        var answer = acme.put(Corpus.bytes(file)).statusCode(200).extract().jsonPath();
        received += answer.getLong("received");
        rejected += answer.getLong("rejected");
        notices += answer.getInt("otherContent?.notice ?: 0");
        assertThat(answer.getList("reasons")).hasSize(answer.getInt("rejected"));
      }
    }
    acme.awaitReceived(received);

    // then
    assertThat(received + rejected + notices).isEqualTo(records);
    var first = acme.counters();
    assertThat(first.get("received")).isEqualTo(received);
    assertThat(lines).containsAll(texts("select event_json from " + acme.table()));
    assertThat(lines)
        .containsAll(
            texts(
                "select convert_from(original, 'UTF8') from ingest.conflicts where tenant_id = '%s'"
                    .formatted(acme.id().value())));
    assertThat(first.get("stored"))
        .isEqualTo(TestTenant.one("select count(*) from " + acme.table()))
        .isGreaterThan(3000);

    // when
    for (var part : List.of("events", "malformed")) {
      corpus.files(part).forEach(file -> acme.put(Corpus.bytes(file)).statusCode(200));
    }
    acme.awaitReceived(2 * received);

    // then
    assertThat(acme.counters())
        .isEqualTo(
            Map.of(
                "received",
                2 * received,
                "stored",
                first.get("stored"),
                "conflicts",
                first.get("conflicts"),
                "duplicates",
                first.get("duplicates") + received));
  }

  @Test
  void addsUpIntoAnEmptyTenant() {
    // given
    var corpus = Corpus.orSkip();
    var acme = TestTenant.make("acme");
    var insight = Ids.uuid();
    acme.putStore(insight, "insight", "Insight", false).statusCode(204);
    var files = new ArrayList<>(corpus.files("events"));
    files.addAll(corpus.trails());
    var sources = new StringBuilder();
    var sum = new TreeMap<String, Integer>();
    var reasons = new TreeMap<String, Integer>();

    // when
    for (var file : files) {
      sources.append(Corpus.text(file)).append('\n');
      String id = acme.putByKind(Corpus.bytes(file)).statusCode(200).extract().path("upload");
      var upload = acme.awaitUpload(id);
      UploadsTest.sum(upload).forEach((name, count) -> sum.merge(name, count, Integer::sum));
      upload
          .<Map<String, Integer>>get("reasons")
          .forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
    }

    // then
    assertThat(sum)
        .isEqualTo(
            Map.of(
                "received", 5638,
                "stored", 3290,
                "duplicate", 2064,
                "conflicting", 99,
                "filtered", 0,
                "rejected", 185));
    assertThat(reasons).isEqualTo(Map.of("no-event-id", 23, "no-readable-event-time", 162));
    assertThat(TestTenant.one("select count(*) from " + acme.table(insight))).isEqualTo(3L);
    var kept = new HashSet<>(texts("select event_json from " + acme.table()));
    kept.addAll(texts("select event_json from " + acme.table(insight)));
    kept.addAll(
        texts(
            "select convert_from(original, 'UTF8') from ingest.dead_letters where tenant_id = '%s'"
                .formatted(acme.id().value())));
    var all = sources.toString();
    assertThat(kept).hasSizeGreaterThan(3290).allMatch(all::contains);
  }

  private static Set<String> texts(String query) {
    return TestTenant.rows(query).stream()
        .map(row -> (String) row.getFirst())
        .collect(Collectors.toSet());
  }
}
