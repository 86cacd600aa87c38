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
          new KeepSettledPositions(),
          new MatchInFullJoins());

  private Rules() {}

  public static Relation apply(Relation relation, Symbols symbols) {
    return applyWithout(relation, symbols, Set.of());
  }

  /// Without some rules, by their class names: for tests that compare answers.
  static Relation applyWithout(Relation relation, Symbols symbols, Set<String> left) {
    var rewritten = relation;
    for (var rule : ALL) {
      if (!left.contains(rule.getClass().getSimpleName())) {
        rewritten = rule.apply(rewritten, symbols);
      }
    }
    return rewritten;
  }
}
