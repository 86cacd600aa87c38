package io.tarn.scheduler.approval;

import static io.tarn.scheduler.approval.Drafts.TEN;
import static io.tarn.scheduler.approval.Drafts.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.service.problem.ProblemException.Violation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalRulesTest {
  @Test
  void admitsAnApproval() {
    assertThat(places(Drafts.draft(1, ApprovalState.APPROVED, TEN))).isEmpty();
  }

  @Test
  void refusesAWindowThatEndsBeforeItBegins() {
    assertThat(places(Drafts.within(TWELVE, TEN))).containsExactly("window.end");
    assertThat(places(Drafts.within(TEN, TEN))).containsExactly("window.end");
  }

  @Test
  void refusesATimeOfAClockThatIsAhead() {
    assertThat(places(Drafts.draft(1, ApprovalState.APPROVED, TEN.plusSeconds(300)))).isEmpty();
    assertThat(
            ApprovalRules.violations(
                Drafts.draft(1, ApprovalState.APPROVED, TEN.plusSeconds(301)), Set.of(), TEN))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("changedAt");
              assertThat(fault.reason()).contains("5 minutes", "clock");
            });
  }

  @Test
  void refusesAccountsThatTheTenantDoesNotAdmit() {
    // given
    var draft = Drafts.of(Drafts.accounts("111122223333", "444455556666", "12"));
    // when
    var faults = ApprovalRules.violations(draft, Set.of("111122223333"), TEN);
    // then
    assertThat(faults)
        .containsExactly(
            new Violation("scope.accounts[1]", "is no account of this tenant"),
            new Violation("scope.accounts[2]", "must be an account id of 12 digits"));
    assertThat(places(draft)).containsExactly("scope.accounts[2]");
  }

  @ParameterizedTest
  @CsvSource({
    "regions, eu_central",
    "services, EC2!",
    "actions, RunInstances",
    "resources, my-bucket",
  })
  void refusesEntriesOfAnotherForm(String list, String entry) {
    assertThat(places(Drafts.of(scope(list, entry)))).containsExactly("scope." + list + "[0]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"actions", "resources"})
  void refusesPatternsThatAreTooLong(String list) {
    var pattern = "arn:aws:s3:::" + "x".repeat(500);
    assertThat(places(Drafts.of(scope(list, pattern)))).containsExactly("scope." + list + "[0]");
  }

  @ParameterizedTest
  @CsvSource({
    "actions, *",
    "actions, *:*",
    "actions, **:*",
    "resources, *",
    "resources, arn:*",
    "principals, *"
  })
  void wantsAWordForAScopeThatFitsEverything(String list, String pattern) {
    assertThat(places(Drafts.of(scope(list, pattern)))).containsExactly("scope");
    assertThat(places(Drafts.of(ApprovalScope.EVERYTHING))).containsExactly("scope");
  }

  @ParameterizedTest
  @CsvSource({
    "actions, ec2:*",
    "resources, arn:aws:s3:::*",
    "principals, a*",
    "regions, eu-central-1"
  })
  void takesAScopeThatRestrictsSomething(String list, String pattern) {
    assertThat(places(Drafts.of(scope(list, pattern)))).isEmpty();
  }

  private static ApprovalScope scope(String list, String entry) {
    var principal = new PrincipalPattern(PrincipalPattern.Kind.ROLE, entry);
    return new ApprovalScope(
        List.of(),
        list.equals("regions") ? List.of(entry) : List.of(),
        list.equals("services") ? List.of(entry) : List.of(),
        list.equals("actions") ? List.of(entry) : List.of(),
        list.equals("resources") ? List.of(entry) : List.of(),
        list.equals("principals") ? List.of(principal) : List.of());
  }

  private static List<String> places(ApprovalDraft draft) {
    return ApprovalRules.violations(draft, Set.of(), TEN).stream().map(Violation::field).toList();
  }
}
