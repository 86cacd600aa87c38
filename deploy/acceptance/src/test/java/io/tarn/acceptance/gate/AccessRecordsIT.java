package io.tarn.acceptance.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Statements;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who read or changed what is told on `tarn.access.v1`, from the first request on.
class AccessRecordsIT {
  private static final String STATEMENT = "SELECT count(*) FROM $EDS_ID";

  private final Product product = Product.running();
  private final People people = new People(product);

  @Test
  void aStatementAndItsPollsLeaveOneRecordEachKind() {
    try (var records = AccessTopic.fromNow(product.kafka())) {
      // given
      var analyst = people.person("acme", "analyst");
      var id = Statements.finished(analyst, "acme", STATEMENT);
      // when
      Statements.state(analyst, "acme", id);
      Statements.state(analyst, "acme", id);
      Statements.results(analyst, "acme", id, "limit=1");
      Statements.results(analyst, "acme", id, "limit=1");
      // then
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(records.about("query-service", "analyst"))
                      .hasSizeGreaterThanOrEqualTo(2));
      var seen = records.settled("query-service", "analyst");
      assertThat(seen).allSatisfy(record -> isOf(record, "acme", "analyst"));
      assertThat(seen)
          .as("ids, by which readers drop repeats")
          .extracting(AccessTopic::id)
          .doesNotHaveDuplicates();
      assertThat(polls(seen, id)).as("polls of one run by one caller").hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void anUploadLeavesARecord() {
    try (var records = AccessTopic.fromNow(product.kafka())) {
      // given
      var sender = people.person("acme", "ingest").with("Content-Type", "application/x-ndjson");
      // when
      var answer =
          upload(
              sender, "{\"eventID\":\"access-record\",\"eventTime\":\"2026-03-02T08:14:05Z\"}\n");
      // then
      assertThat(answer).isEqualTo(200);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(records.about("ingest-service", "ingest")).hasSize(1));
      assertThat(records.about("ingest-service", "ingest"))
          .singleElement()
          .satisfies(record -> isOf(record, "acme", "ingest"));
    }
  }

  @Test
  void arefusedRequestLeavesNoRecordOfAnAccess() {
    try (var records = AccessTopic.fromNow(product.kafka())) {
      // when
      var refused = Statements.submit(people.person("acme", "approver"), "acme", STATEMENT);
      // then
      refused.with(403);
      assertThat(records.settled("query-service", "approver")).isEmpty();
    }
  }

  private static int upload(Caller sender, String events) {
    return sender.post("/v1/tenants/acme/event-data-stores/default/events", events).status();
  }

  private static List<JsonNode> polls(List<JsonNode> records, String queryId) {
    return records.stream().filter(record -> record.toString().contains(queryId)).toList();
  }

  private static void isOf(JsonNode record, String tenant, String role) {
    assertThat(record.path("role").asText()).isEqualTo(role);
    assertThat(record.path("purpose").asText()).isNotEmpty();
    assertThat(record.path("actor").path("subject").asText()).isNotEmpty();
    assertThat(record.path("tenant").asText()).as("tenant " + tenant).hasSize(26);
    assertThat(record.path("requestId").asText()).isNotEmpty();
  }
}
