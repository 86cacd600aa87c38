package io.tarn.sql.analysis;

import io.tarn.sql.StatementException;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expressions;
import io.tarn.sql.tree.Projection;
import io.trino.sql.tree.GroupBy;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.SimpleGroupBy;
import java.util.List;
import java.util.stream.Stream;

/// The keys of GROUP BY. Names stand for columns, never for output columns; a number stands for the
/// output column at that position.
final class GroupingAnalyzer {
  private final ParsedStatement statement;
  private final ExpressionAnalyzer expressions;
  private final List<Projection> outputs;

  GroupingAnalyzer(
      ParsedStatement statement, ExpressionAnalyzer expressions, List<Projection> outputs) {
    this.statement = statement;
    this.expressions = expressions;
    this.outputs = outputs;
  }

  List<Expression> keys(GroupBy node) {
    if (node.isDistinct()) {
      throw new StatementException.Unsupported(statement.location(node), "GROUP BY DISTINCT");
    }
    return node.getGroupingElements().stream()
        .flatMap(
            element ->
                switch (element) {
                  case SimpleGroupBy simple -> keys(simple);
                  default -> throw statement.unsupported(element);
                })
        .distinct()
        .toList();
  }

  private Stream<Expression> keys(SimpleGroupBy simple) {
    return simple.getExpressions().stream()
        .map(node -> statement.faults().read(() -> counted(node), () -> ExpressionAnalyzer.FAULTY));
  }

  private Expression counted(io.trino.sql.tree.Expression node) {
    var key = key(node);
    statement.size().addEntry(key.type(), () -> statement.location(node));
    return key;
  }

  private Expression key(io.trino.sql.tree.Expression node) {
    if (!(node instanceof LongLiteral position)) {
      return expressions.analyze(node);
    }
    var output = Ordinals.output(statement, position, outputs, "GROUP BY").expression();
    if (Expressions.all(output).anyMatch(Expression.AggregateResult.class::isInstance)) {
      throw new StatementException.Misplaced(
          statement.location(node), "GROUP BY", "GROUP BY cannot contain aggregates");
    }
    return output;
  }
}
