package io.tarn.scheduler.chargeback;

import io.tarn.service.problem.ProblemException.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/// What a list of allocation rules may be.
final class AllocationRules {
  static final int MOST_RULES = 500;

  private AllocationRules() {}

  static List<Violation> violations(List<AllocationRule> rules) {
    var found = new ArrayList<Violation>();
    if (rules.size() > MOST_RULES) {
      found.add(new Violation("rules", "must be at most " + MOST_RULES));
      return found;
    }
    var names = new HashMap<String, Integer>();
    for (int index = 0; index < rules.size(); index++) {
      var rule = rules.get(index);
      var place = "rules[" + index + "]";
      check(rule, place, found);
      var earlier = names.putIfAbsent(rule.name(), index);
      if (earlier != null) {
        found.add(new Violation(place + ".name", "is the name of rules[" + earlier + "], too"));
      }
    }
    return found;
  }

  private static void check(AllocationRule rule, String place, List<Violation> found) {
    if (rule.costCentre().equals(Allocation.UNALLOCATED)) {
      var reason = "must not be " + Allocation.UNALLOCATED + ", which is who no rule names";
      found.add(new Violation(place + ".costCentre", reason));
    }
    if (new Validity(rule.validFrom(), rule.validTo()).isEmpty()) {
      found.add(new Violation(place + ".validTo", "must be after validFrom"));
    }
    if (!hasPattern(rule)) {
      var reason = "must have a pattern; one of * alone says that the rule is for all that is left";
      found.add(new Violation(place, reason));
    }
  }

  private static boolean hasPattern(AllocationRule rule) {
    return Stream.of(
            rule.principalArn() == null,
            rule.role() == null,
            rule.sessionName() == null,
            rule.account() == null,
            rule.function() == null)
        .anyMatch(isAbsent -> !isAbsent);
  }
}
