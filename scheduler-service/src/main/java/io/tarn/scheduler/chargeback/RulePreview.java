package io.tarn.scheduler.chargeback;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/// What other rules would do to an open month.
///
/// @param statement with the other rules
/// @param shares of each cost centre that has lines before or after
/// @param unmatched indexes of the rules that no usage of the month comes to
public record RulePreview(Statement statement, List<Share> shares, List<Integer> unmatched) {
  public RulePreview {
    shares = List.copyOf(shares);
    unmatched = List.copyOf(unmatched);
  }

  /// What a cost centre pays.
  ///
  /// @param before with the rules there are
  /// @param after with the other rules
  public record Share(String costCentre, BigDecimal before, BigDecimal after) {}

  static RulePreview of(
      Statement before, Collection<Usage> usage, List<AllocationRule> rules, RateCard card) {
    var allocation = new Allocation(rules);
    var after = new StatementCalculator(allocation, card).of(before.month(), usage);
    return new RulePreview(after, shares(before, after), unmatched(allocation, usage));
  }

  private static List<Share> shares(Statement before, Statement after) {
    var old = Statement.amounts(before);
    var made = Statement.amounts(after);
    var zero = BigDecimal.ZERO.setScale(StatementCalculator.digits(before.currency()));
    var names = new TreeSet<>(old.keySet());
    names.addAll(made.keySet());
    return names.stream()
        .map(name -> new Share(name, old.getOrDefault(name, zero), made.getOrDefault(name, zero)))
        .toList();
  }

  private static List<Integer> unmatched(Allocation allocation, Collection<Usage> usage) {
    var matched = new HashSet<Integer>();
    usage.forEach(one -> allocation.ruleFor(one.day(), one.dimensions()).ifPresent(matched::add));
    var never = new ArrayList<Integer>();
    for (int index = 0; index < allocation.rules().size(); index++) {
      if (!matched.contains(index)) {
        never.add(index);
      }
    }
    return never;
  }
}
