package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.service.kafka.Topics;
import io.tarn.testing.TestParts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Runs of schedules and verdicts on changes come by Kafka into the system tables of their tenant,
/// each as it stands last.
@QuarkusTest
@OnIngestParts
class SystemTablesTest {
  private static final String RUN =
      """
      {"kind": "run", "tenant": "%s", "runId": "%s", "scheduleId": "s-1", "scheduleName": "Daily",\
       "origin": "schedule", "state": "%s", "dueAt": "2026-11-20T10:00:00Z", "ownerSubject": "ann",\
       "ownerName": "Ann", "attempts": 1, "rowCount": 7, "deliveries": 1, "deliveriesFailed": 0}\
      """;

  private static final String VERDICT =
      """
      {"tenant": "%s", "changeId": "%s", "eventId": "e-1", "eventTime": "2026-11-20T10:00:00Z",\
       "groupId": "g-1", "eventSource": "iam.amazonaws.com", "eventName": "CreateUser",\
       "who": "Ann", "origin": "console", "originReason": "sessionCredentialFromConsole is true",\
       "verdict": "%s", "reason": "No approval fits.", "review": "none", "revision": %d,\
       "decidedAt": "2026-11-20T10:01:00Z"}\
      """;

  private static final String EXECUTION =
      """
      {"id": "%s", "tenant": "%s", "state": "FINISHED", "statement": "SELECT hidden",\
       "actor": {"issuer": "https://idp", "subject": "ann", "name": "Ann"},\
       "endedAt": "2026-11-20T10:00:03Z", "rows": 7, "eventsScanned": 9, "bytesScanned": %s}\
      """;

  private final String run = UUID.randomUUID().toString();

  @Test
  void aRunIsARowOfItsTenantAndStandsAsItWasToldLast() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");
    // when
    tell("nonsense");
    tell("{\"kind\": \"run\", \"tenant\": \"'; drop schema x\"}");
    tell(RUN.formatted(acme.id().value(), run, "running").replace("2026-11-20", "no day"));
    tell(RUN.formatted("aaaaaaaaaaaaaaaaaaaaaaaaaa", run, "running"));
    tell("{\"tenant\": \"%s\", \"id\": \"execution\"}".formatted(acme.id().value()));
    tell(RUN.formatted(acme.id().value(), run, "running"));
    tell(RUN.formatted(acme.id().value(), run, "succeeded"));
    tell(RUN.formatted(globex.id().value(), run, "failed"));
    // then
    var rows = "select state, due_at::text, row_count from %s.sys_runs";
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(TestTenant.rows(rows.formatted(globex.id().schema())))
                    .containsExactly(List.of("failed", "2026-11-20 10:00:00", 7L)));
    assertThat(TestTenant.rows(rows.formatted(acme.id().schema())))
        .containsExactly(List.of("succeeded", "2026-11-20 10:00:00", 7L));
  }

  @Test
  void aVerdictIsARowOfItsTenantAndStandsAsItWasRevisedLast() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");
    // when
    tell(Topics.CHANGE_VERDICTS, "[]");
    tell(Topics.CHANGE_VERDICTS, VERDICT.formatted("nobody", run, "pending", 1));
    tell(Topics.CHANGE_VERDICTS, VERDICT.formatted(acme.id().value(), run, "pending", 1));
    tell(Topics.CHANGE_VERDICTS, VERDICT.formatted(acme.id().value(), run, "approved-late", 2));
    tell(Topics.CHANGE_VERDICTS, VERDICT.formatted(globex.id().value(), run, "unapproved", 1));
    // then
    var rows = "select verdict, revision, event_time::text from %s.sys_changes";
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(TestTenant.rows(rows.formatted(globex.id().schema())))
                    .containsExactly(List.of("unapproved", 1L, "2026-11-20 10:00:00")));
    assertThat(TestTenant.rows(rows.formatted(acme.id().schema())))
        .containsExactly(List.of("approved-late", 2L, "2026-11-20 10:00:00"));
  }

  @Test
  void whatAnExecutionScannedIsARowOfItsTenantWithoutItsStatement() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");
    // when
    tell(EXECUTION.formatted(run, acme.id().value(), "null"));
    tell(EXECUTION.formatted(run, acme.id().value(), "4096"));
    tell(EXECUTION.formatted(run, globex.id().value(), "7"));
    // then
    var rows = "select who, issuer, ended_at::text, bytes_scanned from %s.sys_usage";
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(TestTenant.rows(rows.formatted(globex.id().schema())))
                    .containsExactly(List.of("Ann", "https://idp", "2026-11-20 10:00:03", 7L)));
    assertThat(TestTenant.rows(rows.formatted(acme.id().schema())))
        .containsExactly(List.of("Ann", "https://idp", "2026-11-20 10:00:03", 4096L));
    assertThat(TestTenant.rows("select u::text from %s.sys_usage u".formatted(acme.id().schema())))
        .noneMatch(row -> row.toString().contains("hidden"));
  }

  private static void tell(String record) {
    tell(Topics.QUERY_RUNS, record);
  }

  private static void tell(String topic, String record) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", TestParts.running().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      var _ = producer.send(new ProducerRecord<>(topic, "acme", record));
    }
  }
}
