package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Everything in the corpus is stored or set aside with a reason, the counts add up, and sending it
/// again changes nothing.
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
    long setAside = 0;

    // when
    for (var part : List.of("events", "malformed")) {
      for (var file : corpus.files(part)) {
        var inFile = Corpus.text(file).lines().filter(line -> !line.isBlank()).toList();
        lines.addAll(inFile);
        records += inFile.size();
        var answer = acme.put(Corpus.bytes(file)).statusCode(200).extract().jsonPath();
        received += answer.getLong("received");
        setAside += answer.getLong("setAside");
        assertThat(answer.getList("reasons")).hasSize(answer.getInt("setAside"));
      }
    }
    acme.awaitReceived(received);

    // then
    assertThat(received + setAside).isEqualTo(records);
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

  private static Set<String> texts(String query) {
    return TestTenant.rows(query).stream()
        .map(row -> (String) row.getFirst())
        .collect(Collectors.toSet());
  }
}
