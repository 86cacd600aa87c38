package io.tarn.sql.analysis;

import io.tarn.sql.StatementException;
import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.ZonedTime;
import io.tarn.sql.type.Type;
import io.trino.sql.tree.BinaryLiteral;
import io.trino.sql.tree.BooleanLiteral;
import io.trino.sql.tree.DecimalLiteral;
import io.trino.sql.tree.DoubleLiteral;
import io.trino.sql.tree.GenericLiteral;
import io.trino.sql.tree.IntervalLiteral;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.NullLiteral;
import io.trino.sql.tree.StringLiteral;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// Gives literals the types that Trino gives them.
final class LiteralAnalyzer {
  private final AnalysisContext context;

  LiteralAnalyzer(AnalysisContext context) {
    this.context = context;
  }

  Expression analyze(io.trino.sql.tree.Literal node) {
    return switch (node) {
      case StringLiteral text -> text(text);
      case LongLiteral number -> integer(number.getParsedValue());
      case DecimalLiteral number -> decimal(number.getValue());
      case DoubleLiteral number -> new Literal(number.getValue(), Type.DOUBLE);
      case BooleanLiteral truth -> new Literal(truth.getValue(), Type.BOOLEAN);
      case NullLiteral _ -> Literal.nullOf(Type.UNKNOWN);
      case BinaryLiteral bytes -> new Literal(bytes.getValue(), Type.VARBINARY);
      case IntervalLiteral interval -> Intervals.of(interval, context);
      case GenericLiteral typed -> typed(typed);
      default -> throw context.statement().unsupported(node);
    };
  }

  private Literal text(StringLiteral node) {
    if (node.getValue().indexOf('\0') >= 0) {
      throw context.unsupported(node, "text literal with the character U+0000");
    }
    return new Literal(node.getValue(), Type.VARCHAR);
  }

  private static Literal integer(long value) {
    var fits = value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
    return new Literal(value, fits ? Type.INTEGER : Type.BIGINT);
  }

  /// Leading zeros do not count: `0.50` is a decimal(2, 2).
  private static Literal decimal(String text) {
    var value = new BigDecimal(text.replace("_", ""));
    var scale = Math.max(0, value.scale());
    var precision = Math.max(1, Math.max(value.signum() == 0 ? 0 : value.precision(), scale));
    return new Literal(value, new Type.Decimal(precision, scale));
  }

  private Expression typed(GenericLiteral node) {
    var text = node.getValue();
    return switch (node.getType().toLowerCase(Locale.ROOT)) {
      case "timestamp" -> timestamp(node);
      case "date" ->
          Timestamps.date(text)
              .map(date -> new Literal(date, Type.DATE))
              .orElseThrow(() -> wrong(node, "date"));
      case "time" ->
          Timestamps.time(text)
              .map(t -> new Literal(t.time(), new Type.Time(t.precision())))
              .orElseThrow(() -> wrong(node, "time"));
      case "decimal" -> decimal(text.strip());
      case "json" -> json(node);
      case "ipaddress" -> cast(node, Type.IPADDRESS);
      case "uuid" -> cast(node, Type.UUID);
      case "varchar" -> new Literal(text, Type.VARCHAR);
      case "bigint" -> cast(node, Type.BIGINT);
      case "integer", "int" -> cast(node, Type.INTEGER);
      case "smallint" -> cast(node, Type.SMALLINT);
      case "tinyint" -> cast(node, Type.TINYINT);
      case "double" -> cast(node, Type.DOUBLE);
      case "real" -> cast(node, Type.REAL);
      case "boolean" -> cast(node, Type.BOOLEAN);
      default ->
          throw context.unsupported(node, node.getType().toLowerCase(Locale.ROOT) + " literal");
    };
  }

  private Expression json(GenericLiteral node) {
    return new Expression.Call(
        FunctionTable.get().operator("json_parse"),
        List.of(new Literal(node.getValue(), Type.VARCHAR)),
        Type.JSON,
        context.origin(node));
  }

  private Expression cast(GenericLiteral node, Type type) {
    return new Expression.Cast(
        new Literal(node.getValue(), Type.VARCHAR), type, false, context.origin(node));
  }

  private Literal timestamp(GenericLiteral node) {
    var point = Timestamps.literal(node.getValue()).orElseThrow(() -> wrong(node, "timestamp"));
    return point
        .zone()
        .map(
            zone ->
                new Literal(
                    new ZonedTime(point.time(), zone), new Type.ZonedTimestamp(point.precision())))
        .orElseGet(() -> new Literal(point.time(), new Type.Timestamp(point.precision())));
  }

  private StatementException wrong(GenericLiteral node, String type) {
    return context.wrongType(node, type + " literal", "'" + node.getValue() + "' is no " + type);
  }
}
