package io.tarn.sql.render;

import io.tarn.sql.tree.SortKey;
import io.tarn.sql.tree.WindowCall;
import io.tarn.sql.tree.WindowCall.Frame;
import java.util.ArrayList;
import java.util.List;

/// Functions over windows.
final class WindowRenderer {
  private final Dialect dialect;
  private final ExpressionRenderer renderer;

  WindowRenderer(Dialect dialect, ExpressionRenderer renderer) {
    this.dialect = dialect;
    this.renderer = renderer;
  }

  Sql render(WindowCall window) {
    var filter =
        window
            .call()
            .filter()
            .map(condition -> Sql.join(" FILTER (WHERE ", renderer.render(condition), ")"))
            .orElse(Sql.of(""));
    return dialect.aggregate(window.call(), renderer, Sql.join(filter, over(window)));
  }

  private Sql over(WindowCall window) {
    var parts = new ArrayList<Sql>();
    if (!window.partition().isEmpty()) {
      parts.add(Sql.join("PARTITION BY ", Sql.list(", ", renderer.each(window.partition()))));
    }
    if (!window.order().isEmpty()) {
      parts.add(Sql.join("ORDER BY ", Sql.list(", ", keys(window.order()))));
    }
    window.frame().ifPresent(frame -> parts.add(frame(frame)));
    return Sql.join(" OVER (", Sql.list(" ", parts), ")");
  }

  private List<Sql> keys(List<SortKey> keys) {
    return keys.stream()
        .map(
            key ->
                RelationRenderer.sortKey(
                    dialect.sortable(renderer.render(key.expression()), key.expression().type()),
                    key,
                    false))
        .toList();
  }

  private Sql frame(Frame frame) {
    return Sql.join(
        frame.unit().name(), " BETWEEN ", bound(frame.start()), " AND ", bound(frame.end()));
  }

  private Sql bound(Frame.Bound bound) {
    var words = bound.kind().name().replace('_', ' ');
    return bound
        .offset()
        .map(offset -> Sql.join(renderer.render(offset), " ", words))
        .orElse(Sql.of(words));
  }
}
