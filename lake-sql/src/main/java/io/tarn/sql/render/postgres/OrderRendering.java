package io.tarn.sql.render.postgres;

import io.tarn.sql.render.postgres.PgSelect.Nulls;
import io.tarn.sql.render.postgres.PgSelect.Sort;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.ColumnReference;
import io.tarn.sql.tree.Select;
import io.tarn.sql.tree.SortKey;
import java.util.List;
import java.util.Optional;

/// ORDER BY in PostgreSQL. The place of NULL is always written, except for columns that are never
/// NULL: an index serves their order only without it.
final class OrderRendering {
  private final Select select;
  private final Frame rows;
  private final ExpressionRenderer renderer;

  OrderRendering(Select select, Frame rows, ExpressionRenderer renderer) {
    this.select = select;
    this.rows = rows;
    this.renderer = renderer;
  }

  List<Sort> keys() {
    return select.order().stream().map(this::key).toList();
  }

  private Sort key(SortKey key) {
    return switch (key.target()) {
      case SortKey.Target.Output(var index) ->
          sort(
              key,
              new PgExpression.NumberConstant(index + 1L),
              select.projections().get(index).expression());
      case SortKey.Target.By(var expression) -> sort(key, renderer.render(expression), expression);
    };
  }

  private Sort sort(SortKey key, PgExpression rendered, Expression expression) {
    Optional<Nulls> nulls =
        isNeverNull(expression)
            ? Optional.empty()
            : Optional.of(key.nullsFirst() ? Nulls.FIRST : Nulls.LAST);
    return new Sort(rendered, key.descending(), nulls);
  }

  private boolean isNeverNull(Expression expression) {
    return expression instanceof ColumnReference(var source, var path, _)
        && rows.source(source).isRequired(path);
  }
}
