package io.tarn.sql.analysis;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.StatementException;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Literal;
import io.trino.sql.tree.Node;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/// Turns literals into literals of another type, so that no cast is left for the database.
final class LiteralCoercions {
  private final ParsedStatement statement;

  LiteralCoercions(ParsedStatement statement) {
    this.statement = statement;
  }

  Expression coerce(Literal literal, LakeType type, Node node) {
    var value = literal.value();
    if (value == null) {
      return new Literal(null, type);
    }
    return switch (type) {
      case LakeType.Timestamp _ when value instanceof String text -> timestamp(text, node);
      case LakeType.BooleanType() when value instanceof String text -> truth(text, node);
      case LakeType.Varchar() when value instanceof Boolean truth ->
          new Literal(truth.toString(), type);
      case LakeType.Bigint() when value instanceof Long -> new Literal(value, type);
      case LakeType.DoubleType() when value instanceof Number number ->
          new Literal(number.doubleValue(), type);
      case LakeType.Decimal decimal -> new Literal(exact(value, decimal), type);
      case LakeType.Timestamp _ -> new Literal(value, type);
      default -> new Expression.Cast(literal, type);
    };
  }

  /// A text as a point in time, in milliseconds at least.
  Literal timestamp(String text, Node node) {
    return Timestamps.parse(text)
        .map(point -> literal(point, Math.max(3, point.precision())))
        .orElseThrow(() -> wrong(node, text, "timestamp"));
  }

  static Literal literal(Timestamps.PointInTime point, int precision) {
    return new Literal(point.time(), new LakeType.Timestamp(precision));
  }

  StatementException wrong(Node node, String text, String type) {
    return new StatementException.WrongType(
        statement.location(node), type + " literal", "'" + text + "' is no " + type);
  }

  private Literal truth(String text, Node node) {
    var truth =
        switch (text.toLowerCase(Locale.ROOT)) {
          case "true", "t", "1" -> Optional.of(true);
          case "false", "f", "0" -> Optional.of(false);
          default -> Optional.<Boolean>empty();
        };
    return truth
        .map(value -> new Literal(value, LakeType.BOOLEAN))
        .orElseThrow(() -> wrong(node, text, "boolean"));
  }

  private static BigDecimal exact(Object value, LakeType.Decimal type) {
    var number = value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    return number.setScale(type.scale(), RoundingMode.UNNECESSARY);
  }
}
