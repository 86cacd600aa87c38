package io.tarn.sql.rule;

import io.tarn.sql.tree.Select;
import java.util.List;

/// All rules, in the order in which they are applied.
public final class Rules {
  private static final List<Rule> ALL = List.of(new PushTimeRange(), new KeepSettledPositions());

  private Rules() {}

  public static Select apply(Select select) {
    var rewritten = select;
    for (var rule : ALL) {
      rewritten = rule.apply(rewritten);
    }
    return rewritten;
  }
}
