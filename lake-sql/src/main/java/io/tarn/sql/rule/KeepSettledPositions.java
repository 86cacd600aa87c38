package io.tarn.sql.rule;

import io.tarn.common.schema.EventSchema;
import io.tarn.sql.tree.Aggregation;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.ColumnReference;
import io.tarn.sql.tree.Expressions;
import io.tarn.sql.tree.Projection;
import io.tarn.sql.tree.Select;
import io.tarn.sql.tree.SortKey;
import io.tarn.sql.tree.Source;
import java.util.List;
import java.util.stream.Stream;

/// A statement that names the ingest position sees only rows whose position nobody can overtake:
/// who goes on from the greatest position seen misses nothing.
///
/// ```
/// before  SELECT max(ingestPosition) FROM store
/// after   SELECT max(ingestPosition) FROM store WHERE its position is settled
/// ```
final class KeepSettledPositions implements Rule {
  @Override
  public Select apply(Select select) {
    return select
        .source()
        .filter(source -> namesPosition(select, source))
        .map(source -> select.where(withCondition(select, source)))
        .orElse(select);
  }

  private static Expression withCondition(Select select, Source source) {
    var settled = new Expression.SettledPosition(source.id());
    return select
        .where()
        .<Expression>map(
            where ->
                new Expression.Logical(Expression.LogicalOperator.AND, List.of(where, settled)))
        .orElse(settled);
  }

  private static boolean namesPosition(Select select, Source source) {
    return expressions(select)
        .flatMap(Expressions::all)
        .anyMatch(
            expression ->
                expression instanceof ColumnReference(var of, var path, _)
                    && of == source.id()
                    && path.getFirst().equalsIgnoreCase(EventSchema.INGEST_POSITION));
  }

  private static Stream<Expression> expressions(Select select) {
    return Stream.of(
            select.where().stream(),
            select.aggregation().stream().flatMap(KeepSettledPositions::expressions),
            select.projections().stream().map(Projection::expression),
            select.order().stream().flatMap(KeepSettledPositions::expression))
        .flatMap(parts -> parts);
  }

  private static Stream<Expression> expressions(Aggregation aggregation) {
    return Stream.concat(
        aggregation.keys().stream(),
        aggregation.calls().stream().flatMap(call -> call.arguments().stream()));
  }

  private static Stream<Expression> expression(SortKey key) {
    return switch (key.target()) {
      case SortKey.Target.By(var expression) -> Stream.of(expression);
      case SortKey.Target.Output _ -> Stream.empty();
    };
  }
}
