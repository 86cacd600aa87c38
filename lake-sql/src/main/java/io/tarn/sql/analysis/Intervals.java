package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.type.Type;
import io.trino.sql.tree.IntervalField;
import io.trino.sql.tree.IntervalLiteral;
import io.trino.sql.tree.SimpleIntervalQualifier;
import java.math.BigDecimal;
import java.util.Locale;

/// Interval literals of one field: `INTERVAL '7' DAY` is milliseconds, `INTERVAL '1' YEAR` months.
final class Intervals {
  private Intervals() {}

  static Literal of(IntervalLiteral node, AnalysisContext context) {
    if (!(node.qualifier() instanceof SimpleIntervalQualifier qualifier)) {
      throw context.unsupported(node, "interval of several fields");
    }
    var sign = node.getSign() == IntervalLiteral.Sign.NEGATIVE ? -1 : 1;
    try {
      var count = new BigDecimal(node.getValue().strip());
      return literal(qualifier.getField(), count.multiply(BigDecimal.valueOf(sign)));
    } catch (ArithmeticException | NumberFormatException _) {
      throw context.wrongType(
          node, "interval literal", "'" + node.getValue() + "' is no number of such a field");
    }
  }

  private static Literal literal(IntervalField field, BigDecimal count) {
    return switch (field.name().toUpperCase(Locale.ROOT)) {
      case "YEAR" ->
          new Literal(Math.multiplyExact(count.longValueExact(), 12L), Type.INTERVAL_YEAR);
      case "MONTH" -> new Literal(count.longValueExact(), Type.INTERVAL_YEAR);
      case "DAY" -> millis(count, 86_400_000);
      case "HOUR" -> millis(count, 3_600_000);
      case "MINUTE" -> millis(count, 60_000);
      default ->
          new Literal(count.multiply(BigDecimal.valueOf(1000)).longValueExact(), Type.INTERVAL_DAY);
    };
  }

  private static Literal millis(BigDecimal count, long unit) {
    return new Literal(Math.multiplyExact(count.longValueExact(), unit), Type.INTERVAL_DAY);
  }
}
