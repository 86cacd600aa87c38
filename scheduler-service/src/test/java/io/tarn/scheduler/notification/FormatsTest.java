package io.tarn.scheduler.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tarn.scheduler.ledger.ChangeAlert;
import io.tarn.scheduler.ledger.ChangeVerdictRecord;
import io.tarn.scheduler.notification.Notice.ChangesJudged;
import io.tarn.scheduler.notification.Notice.RunEnded;
import io.tarn.scheduler.run.RunRecord;
import io.tarn.scheduler.schedule.Notification.When;
import io.tarn.scheduler.schedule.ScheduleState;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What messages look like, also where their texts are made to look like something else.
class FormatsTest {
  private static final UUID ID = UUID.fromString("0198a5a0-0000-7000-8000-000000000001");
  private static final URI LINK = URI.create("https://tarn.example/t/acme/schedules/1/runs/2");
  private static final Instant AT = Instant.parse("2026-03-01T08:00:05Z");

  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  @Test
  void writesACloudEventWithAllItsAttributes() throws IOException {
    // when
    var event = json.readTree(new CloudEventFormat(json).body(message("Sign-ins", "timed_out")));
    // then
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("id").asText()).isEqualTo(ID.toString());
    assertThat(event.path("type").asText()).isEqualTo("dev.tarn.run.timed-out.v1");
    assertThat(event.path("source").asText()).isEqualTo("/v1/tenants/acme/schedules/" + ID);
    assertThat(event.path("subject").asText()).isEqualTo("runs/" + ID);
    assertThat(event.path("time").asText()).isEqualTo(AT.toString());
    assertThat(event.path("datacontenttype").asText()).isEqualTo("application/json");
    assertThat(event.path("data").path("scheduleName").asText()).isEqualTo("Sign-ins");
    assertThat(event.path("data").path("notifiedFor").path(0).asText()).isEqualTo("failed");
    assertThat(event.path("data").path("link").asText()).isEqualTo(LINK.toString());
  }

  @Test
  void writesTheSameBytesAtEachAttempt() {
    var format = new CloudEventFormat(json);
    assertThat(format.body(message("a", "failed"))).isEqualTo(format.body(message("a", "failed")));
  }

  @Test
  void letsNoTextBecomeALinkOrACallInSlack() throws IOException {
    // when
    var body = slack("<!channel> <https://evil.example|x> & \"quotes\"");
    // then
    assertThat(body.path("text").asText())
        .startsWith("&lt;!channel&gt; &lt;https://evil.example|x&gt; &amp; \"quotes\": failed");
    assertThat(body.path("blocks").path(1).path("text").path("text").asText())
        .contains("*State:* failed", "*Problem:* /problems/x", "&lt;!channel&gt;")
        .doesNotContain("<!channel>");
    assertThat(body.path("blocks").path(2).path("text").path("text").asText())
        .isEqualTo("<" + LINK + "|Open in the console>");
  }

  @Test
  void staysWithinTheLimitsOfSlack() throws IOException {
    // when
    var body = slack("\uD83D\uDE00".repeat(199));
    // then
    var header = body.path("blocks").path(0).path("text").path("text").asText();
    assertThat(header.codePointCount(0, header.length())).isLessThanOrEqualTo(150);
    assertThat(header).endsWith("…");
    assertThat(body.path("blocks").path(1).path("text").path("text").asText().length())
        .isLessThan(3_000);
  }

  @Test
  void keepsSubjectsAndFactsInOneLine() {
    // when
    var mail = Messenger.mailOf(message("a\r\nBcc: eve@example.com\u2028b\u0085c", "failed"));
    // then
    assertThat(mail.subject()).isEqualTo("[Tarn] a Bcc: eve@example.com b c: failed");
    assertThat(mail.text().lines()).noneMatch(line -> line.startsWith("Bcc"));
    assertThat(mail.text()).contains("Schedule: a Bcc: eve@example.com b c\r\n", LINK.toString());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          unapproved, 1, Unapproved: StopInstances by ann &eve
          unapproved, 3, Unapproved: 3 changes by ann &eve
          emergency,  1, 'Emergency, to be reviewed: StopInstances by ann &eve'
          resolved,   0, Resolved: StopInstances by ann &eve
          """)
  void tellsOfChanges(String state, long open, String headline) throws IOException {
    // given
    var message = changes(ChangeAlert.State.of(state), open);
    // when
    var event = json.readTree(new CloudEventFormat(json).body(message));
    var mail = Messenger.mailOf(message);
    var slack = json.readTree(new SlackFormat(json).body(message));
    // then
    assertThat(event.path("type").asText()).isEqualTo("dev.tarn.change." + state + ".v1");
    assertThat(event.path("source").asText()).isEqualTo("/v1/tenants/acme/changes");
    assertThat(event.path("subject").asText()).isEqualTo("changes/c1");
    assertThat(event.path("data").path("change").path("accountId").asText())
        .isEqualTo("111122223333");
    assertThat(event.path("data").path("openChanges").asLong()).isEqualTo(open);
    assertThat(mail.subject()).isEqualTo("[Tarn] " + headline);
    assertThat(mail.text())
        .contains(
            "How: infrastructure as code\r\n",
            "Verdict: approved late\r\n",
            "Nearest approval: CHG1 fits but its window ended\r\n",
            "Belong together: 4 changes from " + AT + " to " + AT + ", " + open + " of them open",
            LINK.toString());
    assertThat(slack.path("text").asText()).isEqualTo(headline.replace("&", "&amp;"));
    var notice = (ChangesJudged) message.notice();
    assertThat(json.readValue(json.writeValueAsString(notice), ChangesJudged.class))
        .isEqualTo(notice);
  }

  @Test
  void readsWhatItHasStored() throws IOException {
    var notice = (RunEnded) message("a", "failed").notice();
    assertThat(json.readValue(json.writeValueAsString(notice), RunEnded.class)).isEqualTo(notice);
  }

  private JsonNode slack(String name) throws IOException {
    return json.readTree(new SlackFormat(json).body(message(name, "failed")));
  }

  private Message changes(ChangeAlert.State state, long open) {
    var node = json.createObjectNode();
    node.put("tenant", "acme").put("changeId", "c1").put("eventId", "e1").put("groupId", "c1");
    node.put("eventTime", AT.toString()).put("accountId", "111122223333");
    node.put("eventSource", "ec2.amazonaws.com").put("eventName", "StopInstances");
    node.put("who", "ann\n&eve").put("origin", "infrastructure-as-code").put("originReason", "x");
    node.put("verdict", "approved-late").put("reason", "x").put("review", "none");
    node.put("nearestReason", "CHG1 fits but its window ended").put("revision", 2);
    node.put("decidedAt", AT.toString());
    var change = json.convertValue(node, ChangeVerdictRecord.class);
    var alert = new ChangeAlert(state, change, 4, open, AT, AT);
    return new Message(ID, new ChangesJudged(alert), AT, LINK);
  }

  private Message message(String name, String state) {
    var node = json.createObjectNode();
    node.put("kind", "run").put("tenant", "acme").put("scheduleName", name).put("state", state);
    node.put("runId", ID.toString()).put("scheduleId", ID.toString()).put("origin", "schedule");
    node.put("problem", "/problems/x").put("dueAt", AT.toString()).put("endedAt", AT.toString());
    node.put("ownerSubject", "ann").put("ownerName", "Ann");
    var run = json.convertValue(node, RunRecord.class);
    var notice = new RunEnded(run, List.of(When.FAILED), ScheduleState.ACTIVE, null);
    return new Message(ID, notice, AT, LINK);
  }
}
