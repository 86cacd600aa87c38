package io.tarn.scheduler.approval.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tarn.scheduler.approval.ApprovalDraft;
import io.tarn.scheduler.approval.ApprovalScope;
import io.tarn.scheduler.approval.ApprovalState;
import io.tarn.scheduler.approval.PrincipalPattern;
import io.tarn.scheduler.approval.PrincipalPattern.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Payloads, as their makers document them, become approvals.
class PayloadMappingTest {
  private static final Instant TEN = Instant.parse("2026-05-04T10:00:00Z");
  private static final ApprovalScope FALLBACK =
      new ApprovalScope(
          List.of("999988887777"),
          List.of("eu-central-1"),
          List.of(),
          List.of(),
          List.of(),
          List.of());
  private static final Map<String, String> JIRA_FIELDS =
      Map.of(
          "windowStart", "customfield_10051",
          "windowEnd", "customfield_10052",
          "accounts", "customfield_10060",
          "actions", "customfield_10061",
          "approvals", "customfield_10049");

  @Test
  void readsAChangeRequestOfServiceNow() {
    // when
    var draft = told(AdapterKind.SERVICENOW, Payloads.of("servicenow-change-request"));
    // then
    assertThat(draft.system()).isEqualTo("servicenow");
    assertThat(draft.id()).isEqualTo("CHG0030417");
    assertThat(draft.version()).isEqualTo(8);
    assertThat(draft.state()).isEqualTo(ApprovalState.APPROVED);
    assertThat(draft.requester()).isEqualTo("Ann Miller");
    assertThat(draft.approvers()).containsExactly("Bob Chen");
    assertThat(draft.windowStart()).isEqualTo(TEN);
    assertThat(draft.windowEnd()).isEqualTo(TEN.plus(Duration.ofMinutes(150)));
    assertThat(draft.changedAt()).isEqualTo("2026-05-04T08:41:09Z");
    assertThat(draft.isEmergency()).isFalse();
    assertThat(draft.scope())
        .isEqualTo(
            new ApprovalScope(
                List.of("111122223333", "444455556666"),
                List.of("eu-central-1"),
                List.of(),
                List.of("ec2:*", "autoscaling:Update*"),
                List.of(),
                List.of(
                    new PrincipalPattern(Kind.SESSION_NAME, "ann.miller@*"),
                    new PrincipalPattern(Kind.ROLE, "BillingDeployer"))));
  }

  @ParameterizedTest
  @CsvSource({
    "-5, not requested, REQUESTED",
    "-3, requested, REQUESTED",
    "-2, approved, APPROVED",
    "-1, approved, APPROVED",
    "0, approved, APPROVED",
    "3, approved, CLOSED",
    "3, requested, REQUESTED",
    "4, approved, CANCELLED",
    "-4, rejected, REJECTED",
    "12, requested, CLOSED",
  })
  void knowsStatesOfServiceNow(String state, String approval, ApprovalState expected) {
    var payload = Payloads.of("servicenow-change-request");
    payload.put("state", state).put("approval", approval);
    assertThat(told(AdapterKind.SERVICENOW, payload).state()).isEqualTo(expected);
  }

  @Test
  void knowsEmergenciesOfServiceNow() {
    var payload = Payloads.of("servicenow-change-request").put("type", "emergency");
    assertThat(told(AdapterKind.SERVICENOW, payload).isEmergency()).isTrue();
  }

  @Test
  void readsAnIssueOfJira() {
    // when
    var draft = told(AdapterKind.JIRA, Payloads.of("jira-issue-updated"));
    // then
    assertThat(draft.id()).isEqualTo("CHM-118");
    assertThat(draft.version()).isEqualTo(Instant.parse("2026-05-04T08:41:09.123Z").toEpochMilli());
    assertThat(draft.changedAt()).isEqualTo("2026-05-04T08:41:09.123Z");
    assertThat(draft.state()).isEqualTo(ApprovalState.APPROVED);
    assertThat(draft.requester()).isEqualTo("ann.miller@acme.example");
    assertThat(draft.approvers()).containsExactly("Bob Chen");
    assertThat(draft.windowStart()).isEqualTo(TEN);
    assertThat(draft.windowEnd()).isEqualTo(TEN.plus(Duration.ofHours(2)));
    assertThat(draft.scope().accounts()).containsExactly("111122223333");
    assertThat(draft.scope().regions()).containsExactly("eu-central-1");
    assertThat(draft.scope().actions()).containsExactly("elasticloadbalancing:*", "acm:*");
  }

  @ParameterizedTest
  @CsvSource({
    "Implementing, approved, APPROVED",
    "Completed, approved, CLOSED",
    "Canceled, approved, CANCELLED",
    "Declined, approved, REJECTED",
    "Review, approved, APPROVED",
    "Review, declined, REJECTED",
    "Awaiting CAB approval, pending, REQUESTED",
    "Parked, approved, CANCELLED",
  })
  void knowsStatusesOfJira(String status, String decision, ApprovalState expected) {
    var payload = Payloads.of("jira-issue-updated");
    ((ObjectNode) payload.at("/issue/fields/status")).put("name", status);
    ((ObjectNode) payload.at("/issue/fields/customfield_10049/0")).put("finalDecision", decision);
    assertThat(told(AdapterKind.JIRA, payload).state()).isEqualTo(expected);
  }

  @Test
  void readsAMergedPullRequestOfGithub() {
    // when
    var draft = told(AdapterKind.GITHUB, Payloads.of("github-pull-request-merged"));
    // then
    var merged = Instant.parse("2026-05-04T10:00:02Z");
    assertThat(draft.id()).isEqualTo("acme.infra.214");
    assertThat(draft.version()).isEqualTo(merged.plusSeconds(1).toEpochMilli());
    assertThat(draft.state()).isEqualTo(ApprovalState.APPROVED);
    assertThat(draft.changedAt()).isEqualTo(merged);
    assertThat(draft.windowStart()).isEqualTo(merged);
    assertThat(draft.windowEnd()).isEqualTo(merged.plus(Duration.ofHours(4)));
    assertThat(draft.requester()).isEqualTo("ann-miller");
    assertThat(draft.approvers()).containsExactly("bob-chen");
    assertThat(draft.link()).isEqualTo("https://github.com/acme/infra/pull/214");
    assertThat(draft.scope())
        .isEqualTo(
            new ApprovalScope(
                List.of("111122223333"),
                List.of("eu-central-1"),
                List.of(),
                List.of("autoscaling:*", "ec2:RunInstances"),
                List.of(),
                List.of(new PrincipalPattern(Kind.ROLE, "github-deploy"))));
  }

  @Test
  void ignoresWhatIsNoMergedPullRequest() {
    var open = Payloads.of("github-pull-request-merged");
    ((ObjectNode) open.path("pull_request")).put("merged", false);
    assertThat(map(AdapterKind.GITHUB, open, "pull_request")).isInstanceOf(Mapped.Nothing.class);
    var ping = Payloads.of("github-pull-request-merged");
    assertThat(map(AdapterKind.GITHUB, ping, "ping")).isInstanceOf(Mapped.Nothing.class);
    assertThat(map(AdapterKind.GITHUB, ping, null)).isInstanceOf(Mapped.Nothing.class);
    var comment = Payloads.of("jira-issue-updated").put("webhookEvent", "comment_created");
    assertThat(map(AdapterKind.JIRA, comment, null)).isInstanceOf(Mapped.Nothing.class);
  }

  @Test
  void readsARequestOfTeam() {
    // when
    var draft = told(AdapterKind.TEAM, Payloads.of("team-request"));
    // then
    assertThat(draft.id()).isEqualTo("6b7f1c2e-0d51-4a0e-9a3c-4f1f7a9e2b10");
    assertThat(draft.version()).isEqualTo(Instant.parse("2026-05-04T09:48:20.731Z").toEpochMilli());
    assertThat(draft.title()).isEqualTo("INC00921: Repair the stuck ledger export");
    assertThat(draft.requester()).isEqualTo("ann.miller@acme.example");
    assertThat(draft.approvers()).containsExactly("bob.chen@acme.example");
    assertThat(draft.windowStart()).isEqualTo(TEN);
    assertThat(draft.windowEnd()).isEqualTo(TEN.plus(Duration.ofHours(2)));
    assertThat(draft.scope().accounts()).containsExactly("111122223333");
    assertThat(draft.scope().principals())
        .containsExactly(
            new PrincipalPattern(
                Kind.ARN,
                "arn:*:sts::111122223333:assumed-role/AWSReservedSSO_BillingAdmin_*/ann.miller@acme.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "pending, REQUESTED",
    "approved, APPROVED",
    "scheduled, APPROVED",
    "in progress, APPROVED",
    "ended, CLOSED",
    "rejected, REJECTED",
    "revoked, CANCELLED",
    "cancelled, CANCELLED",
    "expired, CANCELLED",
  })
  void knowsStatusesOfTeam(String status, ApprovalState expected) {
    var payload = Payloads.of("team-request").put("status", status);
    assertThat(told(AdapterKind.TEAM, payload).state()).isEqualTo(expected);
  }

  @Test
  void endsTheWindowOfTeamWhereTheAccessEnded() {
    var payload = Payloads.of("team-request").put("endTime", "2026-05-04T10:20:00.000Z");
    assertThat(told(AdapterKind.TEAM, payload).windowEnd()).isEqualTo("2026-05-04T10:20:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "SERVICENOW, servicenow-change-request, number, , number",
    "SERVICENOW, servicenow-change-request, sys_mod_count, x, sys_mod_count",
    "SERVICENOW, servicenow-change-request, start_date, 2026-05-04T10:00, start_date",
    "SERVICENOW, servicenow-change-request, u_principals, ann, principals",
    "JIRA, jira-issue-updated, issue, , issue",
    "GITHUB, github-pull-request-merged, repository, , repository",
    "TEAM, team-request, duration, -1, duration",
    "TEAM, team-request, status, odd, status",
    "TEAM, team-request, updatedAt, yesterday, updatedAt",
  })
  void namesTheFieldThatCannotBeRead(
      AdapterKind kind, String file, String field, @Nullable String value, String place) {
    // given
    var payload = Payloads.of(file).put(field, value);
    // then
    assertThatThrownBy(() -> map(kind, payload, "pull_request"))
        .isInstanceOf(PayloadException.class)
        .hasMessageStartingWith(place + " ");
  }

  private static ApprovalDraft told(AdapterKind kind, ObjectNode payload) {
    return ((Mapped.Told) map(kind, payload, "pull_request")).draft();
  }

  private static Mapped map(AdapterKind kind, ObjectNode payload, @Nullable String githubEvent) {
    var fields =
        switch (kind) {
          case SERVICENOW -> Map.of("principals", "u_principals");
          case JIRA -> JIRA_FIELDS;
          case GITHUB, TEAM -> Map.<String, String>of();
        };
    var settings =
        new AdapterSettings(
            kind.wireName(),
            fields,
            Map.of("parked", ApprovalState.CANCELLED, "12", ApprovalState.CLOSED),
            Duration.ofHours(4),
            kind == AdapterKind.GITHUB ? "github-deploy" : null,
            FALLBACK,
            false);
    var headers = new DeliveryHeaders(null, null, null, null, githubEvent);
    return PayloadMapping.of(kind).map(payload, headers, settings);
  }
}
