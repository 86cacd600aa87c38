package io.tarn.sql.rule;

import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Symbols;
import java.util.List;
import java.util.Set;

/// All rules, in the order in which they are applied.
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new FoldConstantTimes(),
          new CompareInstants(),
          new PushTimeRange(),
          new CountDistinctByGroups(),
          new KeepSettledPositions(),
          new MatchInFullJoins());

  private Rules() {}

  public static Relation apply(Relation relation, Symbols symbols) {
    return applyWithout(Set.of(), relation, symbols);
  }

  /// Without the rules of these names: for tests that compare answers.
  public static Relation applyWithout(Set<String> names, Relation relation, Symbols symbols) {
    var rewritten = relation;
    for (var rule : ALL) {
      if (!names.contains(nameOf(rule))) {
        rewritten = rule.apply(rewritten, symbols);
      }
    }
    return rewritten;
  }

  /// The names of all rules.
  public static List<String> names() {
    return ALL.stream().map(Rules::nameOf).toList();
  }

  private static String nameOf(Rule rule) {
    return rule.getClass().getSimpleName();
  }
}
