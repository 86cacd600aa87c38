package io.tarn.sql.oracle;

import io.trino.sql.ExpressionFormatter;
import io.trino.sql.tree.Expression;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.OrderBy;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.QuerySpecification;
import io.trino.sql.tree.SelectItem;
import io.trino.sql.tree.SingleColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// How much of the order of its rows a statement fixes, read from its text: the sort keys up to the
/// first one that the answer does not show.
public final class Orderings {
  private Orderings() {}

  /// @param statement for Trino
  /// @param columns of its answer
  public static Ordering of(String statement, List<Answer.Column> columns) {
    return ParsedText.of(statement)
        .map(text -> of(text.all(Query.class).getFirst(), columns))
        .orElse(Ordering.free());
  }

  private static Ordering of(Query query, List<Answer.Column> columns) {
    var items = List.<SelectItem>of();
    var order = query.getOrderBy();
    boolean isCut = query.getLimit().isPresent();
    if (query.getQueryBody() instanceof QuerySpecification select) {
      items = select.getSelect().getSelectItems();
      order = order.or(select::getOrderBy);
      isCut |= select.getLimit().isPresent();
    }
    var keys = keys(order, items, columns).stream().mapToInt(key -> key).toArray();
    return isCut ? Ordering.by(keys).cut() : Ordering.by(keys);
  }

  private static List<Integer> keys(
      Optional<OrderBy> order, List<SelectItem> items, List<Answer.Column> columns) {
    var keys = new ArrayList<Integer>();
    for (var item : order.map(OrderBy::getSortItems).orElse(List.of())) {
      var key = key(item.getSortKey(), items, columns);
      if (key.isEmpty()) {
        break;
      }
      keys.add(key.getAsInt());
    }
    return keys;
  }

  private static OptionalInt key(
      Expression key, List<SelectItem> items, List<Answer.Column> columns) {
    if (key instanceof LongLiteral ordinal) {
      return OptionalInt.of(Math.toIntExact(ordinal.getParsedValue()) - 1);
    }
    var text = text(key);
    var named =
        IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).name().toLowerCase(Locale.ROOT).equals(text))
            .findFirst();
    return named.isPresent()
        ? named
        : IntStream.range(0, items.size())
            .filter(
                i ->
                    items.size() == columns.size()
                        && items.get(i) instanceof SingleColumn column
                        && text(column.getExpression()).equals(text))
            .findFirst();
  }

  private static String text(Expression expression) {
    return ExpressionFormatter.formatExpression(expression).toLowerCase(Locale.ROOT);
  }
}
