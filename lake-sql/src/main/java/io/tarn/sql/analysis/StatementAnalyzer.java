package io.tarn.sql.analysis;

import io.tarn.sql.EventDataStore;
import io.tarn.sql.parameter.Parameters;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relation.Assignment;
import java.time.Instant;
import java.util.List;

/// From a parsed statement to its tree.
public final class StatementAnalyzer {
  private StatementAnalyzer() {}

  /// @param stores the event data stores of one tenant
  /// @param now what `now()` stands for
  public static Analysis analyze(
      ParsedStatement statement, List<EventDataStore> stores, Instant now, Parameters parameters) {
    var context = new AnalysisContext(statement, stores, now, parameters);
    var plan = new QueryAnalyzer(context).analyze(statement.query(), Scope.EMPTY, Tables.NONE);
    var shown = plan.scope().shown();
    var outputs = shown.stream().map(Scope.Column::symbol).toList();
    var tree =
        outputs.equals(plan.relation().outputs())
            ? plan.relation()
            : new Relation.Project(
                plan.relation(),
                shown.stream().map(c -> new Assignment(c.symbol(), c.reference())).toList());
    return new Analysis(
        tree,
        shown.stream().map(Scope.Column::shownName).toList(),
        List.copyOf(context.named()),
        context.symbols());
  }
}
