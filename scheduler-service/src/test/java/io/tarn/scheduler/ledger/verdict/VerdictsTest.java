package io.tarn.scheduler.ledger.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.approval.Approval;
import io.tarn.scheduler.approval.ApprovalHistory;
import io.tarn.scheduler.approval.ApprovalScope;
import io.tarn.scheduler.approval.ApprovalState;
import io.tarn.scheduler.approval.PrincipalPattern;
import io.tarn.scheduler.ledger.change.ChangeEvent;
import io.tarn.scheduler.ledger.change.EventFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {
  private static final TenantId ACME = new TenantId("verdictstestacmeaaaaaaaaaa");
  private static final Instant TIME = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant LATER = TIME.plus(Duration.ofDays(1));
  private static final JudgingSettings SETTINGS =
      new JudgingSettings(Duration.ofHours(4), Duration.ZERO);
  private static final ChangeEvent EVENT =
      EventFacts.of(
              """
              {"eventID": "e1", "eventTime": "2026-03-02T10:00:00Z", "awsRegion": "eu-central-1",
               "eventSource": "ec2.amazonaws.com", "eventName": "StopInstances",
               "recipientAccountId": "111122223333", "readOnly": false,
               "userIdentity": {"type": "AssumedRole",
                 "arn": "arn:aws:sts::111122223333:assumed-role/Admin/ann@example.com",
                 "sessionContext": {"sessionIssuer": {"userName": "Admin",
                   "arn": "arn:aws:iam::111122223333:role/Admin"}, "sourceIdentity": "ann"}},
               "resources": [
                 {"ARN": "arn:aws:ec2:eu-central-1:111122223333:instance/i-1"},
                 {"ARN": "arn:aws:ec2:eu-central-1:111122223333:instance/i-2"},
                 {"ARN": "arn:aws:ec2:eu-central-1:111122223333:volume/v-1"}]}""",
              null)
          .orElseThrow();

  @Test
  void theVersionInEffectDecidesAndLaterOnesTakeNothingAway() {
    // given
    var history =
        new ApprovalHistory(
            List.of(
                version(1, ApprovalState.REQUESTED, -120, false),
                version(2, ApprovalState.APPROVED, -60, false),
                version(3, ApprovalState.CANCELLED, 60, false)));
    // when
    var verdict = judge(List.of(history), LATER);
    // then
    assertThat(verdict.kind()).isEqualTo(VerdictKind.APPROVED);
    assertThat(verdict.approvalId()).isEqualTo("CHG0031");
  }

  @Test
  void whatWasRejectedAtTheTimeAndApprovedLaterIsApprovedLate() {
    // given
    var history =
        new ApprovalHistory(
            List.of(
                version(1, ApprovalState.APPROVED, -120, false),
                version(2, ApprovalState.REJECTED, -60, false),
                version(3, ApprovalState.APPROVED, 60, false)));
    // when
    var verdict = judge(List.of(history), LATER);
    // then
    assertThat(verdict.kind()).isEqualTo(VerdictKind.APPROVED_LATE);
    assertThat(verdict.reason()).isEqualTo("CHG0031 covers it, 60 minutes after it");
  }

  @Test
  void approvalsForEmergenciesAreSaidSo() {
    // given
    var history = new ApprovalHistory(List.of(version(1, ApprovalState.APPROVED, -60, true)));
    // when
    var verdict = judge(List.of(history), LATER);
    // then
    assertThat(verdict.kind()).isEqualTo(VerdictKind.EMERGENCY);
  }

  @Test
  void waitsAndThenSaysWhatNearlyFitted() {
    // given
    var ended =
        approval(1, ApprovalState.APPROVED, TIME.minusSeconds(7200), TIME.minusSeconds(840));
    var history = new ApprovalHistory(List.of(ended));
    // when
    var pending = judge(List.of(history), TIME.plusSeconds(14_399));
    var unapproved = judge(List.of(history), TIME.plusSeconds(14_400));
    // then
    assertThat(pending.kind()).isEqualTo(VerdictKind.PENDING);
    assertThat(pending.dueAt()).isEqualTo(TIME.plusSeconds(14_400));
    assertThat(unapproved.kind()).isEqualTo(VerdictKind.UNAPPROVED);
    assertThat(unapproved.nearestApproval()).isEqualTo("servicenow/CHG0031");
    assertThat(unapproved.nearestReason())
        .isEqualTo("CHG0031 fits but its window ended 14 minutes before");
  }

  @Test
  void windowsReachAsFarAsClocksMayDiffer() {
    // given
    var ended = approval(1, ApprovalState.APPROVED, TIME.minusSeconds(7200), TIME.minusSeconds(60));
    var evidence = new Evidence(List.of(new ApprovalHistory(List.of(ended))), List.of());
    var tolerant = new JudgingSettings(Duration.ofHours(4), Duration.ofMinutes(2));
    // when
    var strict = Verdicts.judge(EVENT, evidence, Review.NONE, SETTINGS, LATER);
    var lenient = Verdicts.judge(EVENT, evidence, Review.NONE, tolerant, LATER);
    // then
    assertThat(strict.kind()).isEqualTo(VerdictKind.UNAPPROVED);
    assertThat(lenient.kind()).isEqualTo(VerdictKind.APPROVED);
  }

  @Test
  void rulesComeBeforeApprovalsAndAttachedOnesBeforeRules() {
    // given
    var history = new ApprovalHistory(List.of(version(1, ApprovalState.APPROVED, -60, false)));
    var automation = rule(ChangeRule.Kind.AUTOMATION, null);
    var exclusion = rule(ChangeRule.Kind.EXCLUSION, null);
    var expired = rule(ChangeRule.Kind.EXCLUSION, TIME);
    var attached = new Review(Review.State.ATTACHED, "jira", "OPS-1", "eve", "seen", LATER);
    // when
    var both = new Evidence(List.of(history), List.of(automation, exclusion));
    var onlyAutomation = new Evidence(List.of(history), List.of(automation, expired));
    // then
    assertThat(Verdicts.judge(EVENT, both, Review.NONE, SETTINGS, LATER).kind())
        .isEqualTo(VerdictKind.EXEMPT);
    assertThat(Verdicts.judge(EVENT, onlyAutomation, Review.NONE, SETTINGS, LATER).kind())
        .isEqualTo(VerdictKind.AUTOMATED);
    assertThat(Verdicts.judge(EVENT, both, attached, SETTINGS, LATER).approvalId())
        .isEqualTo("OPS-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accounts | 111122223333 | ",
        "accounts | 999922223333 | account 111122223333 is not in its scope",
        "regions | eu-west-1 | Region eu-central-1 is not in its scope",
        "services | ec2 | ",
        "services | iam | service ec2 is not in its scope",
        "actions | EC2:stop* | ",
        "actions | ec2:Run* | action ec2:StopInstances is not in its scope",
        "resources | arn:aws:ec2:*:*:instance/* | ",
        "resources | arn:aws:ec2:*:*:volume/v-? | ",
        "resources | arn:aws:ec2:*:*:instance/i-1 | resource"
            + " arn:aws:ec2:eu-central-1:111122223333:instance/i-2 is not in its scope",
        "principals | ROLE admin | ",
        "principals | SESSION_NAME *@example.com | ",
        "principals | SOURCE_IDENTITY ann | ",
        "principals | ARN arn:aws:iam::*:role/Admin | ",
        "principals | USER_NAME * | ann is not in its scope",
      })
  void scopesSayWhatStandsAgainstThem(String list, String entry, @Nullable String misfit) {
    // given
    var scope = scope(list, entry);
    // when
    var misfits = ScopeMatch.misfits(scope, EVENT);
    // then
    assertThat(misfits).isEqualTo(misfit == null ? List.of() : List.of(misfit));
  }

  @ParameterizedTest
  @CsvSource({
    "iam, roleName, deploy-web, arn:aws:iam::*:role/deploy-*, true",
    "iam, roleName, deploy-web, arn:aws:iam::*:user/deploy-*, false",
    "ec2, roleName, deploy-web, arn:aws:iam::*:role/deploy-*, false",
    "ec2, groupId, sg-1, arn:aws:ec2:*:*:security-group/sg-*, true",
    "ec2, groupId, sg-1, arn:aws:ec2:*:*:instance/*, false",
    "s3, bucketName, logs, arn:aws:s3:::logs, true",
    "sqs, queueName, jobs, arn:aws:sqs:*:*:jobs, true",
    "logs, logGroupName, /a/b, arn:aws:logs:*:*:log-group:/a/*, true",
  })
  void namesInRequestsStandForResources(
      String service, String parameter, String name, String pattern, boolean fits) {
    // given
    var event =
        EventFacts.of(
                """
                {"eventID": "e", "eventTime": "2026-03-02T10:00:00Z",
                 "eventSource": "%s.amazonaws.com", "eventName": "Change",
                 "requestParameters": {"%s": "%s"}}"""
                    .formatted(service, parameter, name),
                null)
            .orElseThrow();
    // when
    var misfits = ScopeMatch.misfits(scope("resources", pattern), event);
    // then
    assertThat(misfits.isEmpty()).isEqualTo(fits);
  }

  @Test
  void theOrderOfApprovalsDoesNotMatter() {
    for (long seed = 0; seed < 200; seed++) {
      // given
      var random = new Random(seed);
      var approvals = new ArrayList<ApprovalHistory>();
      for (int n = 0; n < 8; n++) {
        approvals.add(randomHistory(random, "CHG" + n));
      }
      var now = TIME.plusSeconds(random.nextInt(40_000));
      var expected = judge(approvals, now);
      // when
      Collections.shuffle(approvals, random);
      approvals.add(approvals.getFirst());
      var verdict = judge(approvals, now);
      // then
      assertThat(verdict).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static ApprovalHistory randomHistory(Random random, String id) {
    var versions = new ArrayList<Approval>();
    for (int version = 1; version <= 1 + random.nextInt(4); version++) {
      var start = TIME.plusSeconds(random.nextInt(14_400) - 10_800);
      var states = ApprovalState.values();
      var scope = random.nextInt(3) == 0 ? scope("services", "iam") : ApprovalScope.EVERYTHING;
      versions.add(
          new Approval(
              ACME,
              "servicenow",
              id,
              version,
              states[random.nextInt(states.length)],
              null,
              null,
              List.of(),
              start,
              start.plusSeconds(random.nextInt(14_400)),
              scope,
              random.nextInt(4) == 0,
              TIME.plusSeconds(600L * version - 1200),
              LATER,
              null));
    }
    Collections.shuffle(versions, random);
    return new ApprovalHistory(versions);
  }

  private static Verdict judge(List<ApprovalHistory> approvals, Instant now) {
    return Verdicts.judge(EVENT, new Evidence(approvals, List.of()), Review.NONE, SETTINGS, now);
  }

  private static ApprovalScope scope(String list, String entry) {
    var principals = new ArrayList<PrincipalPattern>();
    if (list.equals("principals")) {
      var parts = entry.split(" ", 2);
      principals.add(new PrincipalPattern(PrincipalPattern.Kind.valueOf(parts[0]), parts[1]));
    }
    return new ApprovalScope(
        only(list, "accounts", entry),
        only(list, "regions", entry),
        only(list, "services", entry),
        only(list, "actions", entry),
        only(list, "resources", entry),
        principals);
  }

  private static List<String> only(String list, String name, String entry) {
    return list.equals(name) ? List.of(entry) : List.of();
  }

  private static ChangeRule rule(ChangeRule.Kind kind, @Nullable Instant expiresAt) {
    return new ChangeRule(
        UUID.randomUUID(), kind, "r", scope("services", "ec2"), "why", "ann", expiresAt, 1, TIME);
  }

  private static Approval version(
      int version, ApprovalState state, int changedAtMinute, boolean isEmergency) {
    var whole = approval(version, state, TIME.minusSeconds(3600), TIME.plusSeconds(3600));
    return new Approval(
        ACME,
        whole.system(),
        whole.id(),
        version,
        state,
        null,
        null,
        List.of(),
        whole.windowStart(),
        whole.windowEnd(),
        whole.scope(),
        isEmergency,
        TIME.plusSeconds(60L * changedAtMinute),
        LATER,
        null);
  }

  private static Approval approval(int version, ApprovalState state, Instant start, Instant end) {
    return new Approval(
        ACME,
        "servicenow",
        "CHG0031",
        version,
        state,
        null,
        null,
        List.of(),
        start,
        end,
        ApprovalScope.EVERYTHING,
        false,
        TIME.minusSeconds(86_400),
        LATER,
        null);
  }
}
