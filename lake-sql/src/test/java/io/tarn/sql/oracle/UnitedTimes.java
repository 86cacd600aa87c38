package io.tarn.sql.oracle;

import io.trino.sql.tree.Expression;
import io.trino.sql.tree.QuerySpecification;
import io.trino.sql.tree.SelectItem;
import io.trino.sql.tree.SetOperation;
import io.trino.sql.tree.SingleColumn;
import java.util.List;

/// `eventData.eventTime` on one side of a set operation and `eventTime` on another: the text as
/// `try_cast(translate(eventData.eventTime, 'TZ', ' ') as timestamp(3))`.
final class UnitedTimes {
  private UnitedTimes() {}

  static String typed(String statement) {
    return ParsedText.of(statement).map(UnitedTimes::typed).orElse(statement);
  }

  private static String typed(ParsedText text) {
    for (var operation : text.all(SetOperation.class)) {
      var sides =
          operation.getRelations().stream()
              .filter(QuerySpecification.class::isInstance)
              .map(side -> ((QuerySpecification) side).getSelect().getSelectItems())
              .toList();
      for (var side : sides) {
        for (int i = 0; i < side.size(); i++) {
          if (isNamed(side, i, "eventdata") && isBesideTime(sides, i)) {
            type(text, (SingleColumn) side.get(i));
          }
        }
      }
    }
    return text.edited();
  }

  private static boolean isBesideTime(List<List<SelectItem>> sides, int index) {
    return sides.stream().anyMatch(side -> index < side.size() && isNamed(side, index, ""));
  }

  private static boolean isNamed(List<SelectItem> side, int index, String owner) {
    return side.get(index) instanceof SingleColumn column && isNamed(column.getExpression(), owner);
  }

  private static boolean isNamed(Expression expression, String owner) {
    return ParsedText.lastName(expression).equals("eventtime")
        && ParsedText.ownerName(expression).equals(owner);
  }

  private static void type(ParsedText text, SingleColumn column) {
    var name = column.getAlias().isPresent() ? "" : " as eventTime";
    text.changePath(
        column.getExpression(),
        path -> "try_cast(translate(" + path + ", 'TZ', ' ') as timestamp(3))" + name);
  }
}
