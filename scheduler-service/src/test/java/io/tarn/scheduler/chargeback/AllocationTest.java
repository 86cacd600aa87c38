package io.tarn.scheduler.chargeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.scheduler.data.WildcardPattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 10);

  @ParameterizedTest
  @CsvSource({
    "'*', '', true",
    "'', '', true",
    "'?', '', false",
    "'a*b', 'ab', true",
    "'a*b', 'axxbxxb', true",
    "'a*b', 'axxbx', false",
    "'*a*a*', 'aa', true",
    "'*a*a*', 'a', false",
    "'a?c', 'abc', true",
    "'a?c', 'a😀c', true",
    "'A', 'a', false",
    "'a_c', 'abc', false",
    "'a.c', 'abc', false",
    "'100%', '100x', false"
  })
  void matchesWholeTexts(String pattern, String value, boolean matches) {
    assertThat(new WildcardPattern(pattern).matches(value)).isEqualTo(matches);
  }

  @Test
  void writesPatternsForLike() {
    assertThat(new WildcardPattern("a_b%*!?'").like()).isEqualTo("'a!_b!%%!!_''' ESCAPE '!'");
  }

  @Test
  void takesTheFirstRuleThatMatchesOnTheDay() {
    // given
    var allocation =
        new Allocation(
            List.of(
                rule("old", "CC-OLD", "deploy", null, DAY),
                rule("new", "CC-NEW", "deploy", DAY, null),
                rule("rest", "CC-REST", "*", null, null)));
    var deploy = new Dimensions("", "deploy", "", "", "");
    // then
    assertThat(allocation.costCentre(DAY.minusDays(1), deploy)).isEqualTo("CC-OLD");
    assertThat(allocation.costCentre(DAY, deploy)).isEqualTo("CC-NEW");
    assertThat(allocation.costCentre(DAY, Dimensions.NONE)).isEqualTo("CC-REST");
    assertThat(new Allocation(List.of()).costCentre(DAY, deploy)).isEqualTo("unallocated");
  }

  @Test
  void saysTheSameInLakeSql() {
    // given
    var allocation =
        new Allocation(
            List.of(
                rule("old", "CC'1", "de*", null, DAY),
                new AllocationRule("all", "CC2", "*", "a", "b", null, null, null, null)));
    // then
    assertThat(allocation.expression("day", Map.of(1, "role")))
        .isEqualTo(
            """
            CASE
                WHEN day < DATE '2026-05-10' AND role LIKE 'de%' ESCAPE '!' THEN 'CC''1'
                WHEN '' LIKE '%' ESCAPE '!' AND role LIKE 'a' ESCAPE '!'\
             AND '' LIKE 'b' ESCAPE '!' THEN 'CC2'
                ELSE 'unallocated' END""");
  }

  @Test
  void namesWhereRulesAreAtFault() {
    // given
    var rules =
        List.of(
            rule("a", "unallocated", "x", null, null),
            rule("a", "CC", "x", DAY, DAY),
            rule("b", "CC", null, null, null));
    // then
    assertThat(AllocationRules.violations(rules))
        .extracting(violation -> violation.field() + " " + violation.reason())
        .containsExactly(
            "rules[0].costCentre must not be unallocated, which is who no rule names",
            "rules[1].validTo must be after validFrom",
            "rules[1].name is the name of rules[0], too",
            "rules[2] must have a pattern; one of * alone says that the rule is for all that is left");
  }

  private static AllocationRule rule(
      String name, String costCentre, String role, LocalDate from, LocalDate to) {
    return new AllocationRule(name, costCentre, null, role, null, null, null, from, to);
  }
}
