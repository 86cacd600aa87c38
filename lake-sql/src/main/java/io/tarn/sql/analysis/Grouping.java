package io.tarn.sql.analysis;

import io.tarn.sql.StatementException;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Expression.Subquery;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relation.Assignment;
import io.tarn.sql.tree.Relations;
import io.tarn.sql.tree.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings what follows a grouping (projections, HAVING, windows, ORDER BY) onto its keys: each
/// expression is a key, an aggregate, a constant, or made of these.
final class Grouping {
  private final GroupingKeys grouping;
  private final Computed computed;
  private final Set<Symbol> columns;
  private final List<Symbol> symbols = new ArrayList<>();
  private final Map<Expression, Symbol> keys = new HashMap<>();

  /// Whether a key is at fault, from which it would follow that columns are not grouped.
  private final boolean isFaulty;

  Grouping(AnalysisContext context, Scope scope, GroupingKeys grouping, Computed computed) {
    this.grouping = grouping;
    this.computed = computed;
    this.columns = scope.columns().stream().map(Scope.Column::symbol).collect(Collectors.toSet());
    this.isFaulty = grouping.keys().contains(ExpressionAnalyzer.FAULTY);
    for (var key : grouping.keys()) {
      var name = key instanceof Reference(var column, _) ? column.name() : "key" + symbols.size();
      var symbol = context.symbols().create(name, key.type());
      symbols.add(symbol);
      keys.put(key, symbol);
    }
  }

  Relation aggregate(Relation rows) {
    var assignments = new ArrayList<Assignment>();
    for (int i = 0; i < symbols.size(); i++) {
      assignments.add(new Assignment(symbols.get(i), grouping.keys().get(i)));
    }
    return new Relation.Aggregate(rows, assignments, grouping.sets(), computed.aggregations());
  }

  Expression rewrite(Expression expression) {
    var key = keys.get(expression);
    if (key != null) {
      return Reference.to(key);
    }
    return switch (expression) {
      case Reference reference when columns.contains(reference.symbol()) && !isFaulty ->
          throw notGrouped(reference);
      case Subquery subquery ->
          ((Subquery) subquery.mapChildren(this::rewrite))
              .over(Relations.mapExpressions(subquery.relation(), this::rewrite));
      default -> expression.mapChildren(this::rewrite);
    };
  }

  private StatementException notGrouped(Reference column) {
    return new StatementException.Misplaced(
        column.origin().location(),
        "column",
        "column '" + column.symbol().name() + "' must be in an aggregate or appear in GROUP BY");
  }
}
