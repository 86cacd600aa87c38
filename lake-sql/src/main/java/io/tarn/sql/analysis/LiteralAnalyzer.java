package io.tarn.sql.analysis;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.StatementException;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.Expression.Literal;
import io.trino.sql.tree.BooleanLiteral;
import io.trino.sql.tree.DecimalLiteral;
import io.trino.sql.tree.DoubleLiteral;
import io.trino.sql.tree.GenericLiteral;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.NullLiteral;
import io.trino.sql.tree.StringLiteral;
import java.math.BigDecimal;
import java.util.Locale;

/// Gives literals the types that Trino gives them.
final class LiteralAnalyzer {
  private final ParsedStatement statement;
  private final LiteralCoercions coercions;

  LiteralAnalyzer(ParsedStatement statement) {
    this.statement = statement;
    this.coercions = new LiteralCoercions(statement);
  }

  Literal analyze(io.trino.sql.tree.Literal node) {
    return switch (node) {
      case StringLiteral text -> text(text);
      case LongLiteral number -> integer(number.getParsedValue());
      case DecimalLiteral number -> decimal(number.getValue());
      case DoubleLiteral number -> new Literal(number.getValue(), LakeType.DOUBLE);
      case BooleanLiteral truth -> new Literal(truth.getValue(), LakeType.BOOLEAN);
      case NullLiteral _ -> new Literal(null, LakeType.UNKNOWN);
      case GenericLiteral typed -> typed(typed);
      default -> throw statement.unsupported(node);
    };
  }

  private Literal text(StringLiteral node) {
    if (node.getValue().indexOf('\0') >= 0) {
      throw new StatementException.Unsupported(
          statement.location(node), "text literal with the character U+0000");
    }
    return new Literal(node.getValue(), LakeType.VARCHAR);
  }

  private static Literal integer(long value) {
    var fits = value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
    return new Literal(value, fits ? LakeType.INTEGER : LakeType.BIGINT);
  }

  /// Leading zeros do not count: `0.50` is a decimal(2, 2).
  private static Literal decimal(String text) {
    var value = new BigDecimal(text.replace("_", ""));
    var scale = Math.max(0, value.scale());
    var precision = Math.max(1, Math.max(value.signum() == 0 ? 0 : value.precision(), scale));
    return new Literal(value, new LakeType.Decimal(precision, scale));
  }

  private Literal typed(GenericLiteral node) {
    var type = node.getType().toLowerCase(Locale.ROOT);
    if (!type.equals("timestamp")) {
      throw new StatementException.Unsupported(statement.location(node), type + " literal");
    }
    var point =
        Timestamps.parse(node.getValue())
            .orElseThrow(() -> coercions.wrong(node, node.getValue(), "timestamp"));
    if (point.hasZone()) {
      throw new StatementException.Unsupported(
          statement.location(node), "timestamp with time zone literal");
    }
    return LiteralCoercions.literal(point, point.precision());
  }
}
