package io.tarn.acceptance.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Statements;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Access records of reads and changes on `tarn.access.v1`, from the first request on.
class AccessRecordsIT {
  private static final String STATEMENT = "SELECT count(*) FROM $EDS_ID";

  private final Product product = Product.running();
  private final People people = new People(product);

  @Test
  void aStatementAndItsPollsLeaveOneRecordEach() {
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
                      .hasSizeGreaterThanOrEqualTo(3));
      var seen = records.settled("query-service", "analyst");
      assertThat(seen)
          .as("in the order of the requests, and polls of one execution by one caller once")
          .extracting(record -> record.path("operation").asText())
          .containsExactly("QueryResource.submit", "QueryResource.find", "ResultResource.read");
      assertThat(seen).allSatisfy(record -> isOf(record, "acme", "analyst"));
      assertThat(seen)
          .as("ids, by which readers drop repeats")
          .extracting(AccessTopic::id)
          .doesNotHaveDuplicates();
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
  void aRefusedRequestLeavesNoRecordOfAnAccess() {
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

  private static void isOf(JsonNode record, String tenant, String role) {
    assertThat(record.path("role").asText()).isEqualTo(role);
    assertThat(record.path("purpose").asText()).isNotEmpty();
    assertThat(record.path("actor").path("name").asText())
        .isEqualToIgnoringCase(tenant + " " + role);
    assertThat(record.path("actor").path("subject").asText()).isNotEmpty();
    assertThat(record.path("tenant").asText()).as("tenant " + tenant).hasSize(26);
    assertThat(record.path("requestId").asText()).isNotEmpty();
  }
}
