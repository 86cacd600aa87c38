package io.tarn.sql.analysis;

import io.tarn.sql.StatementException;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Brings operands to one type: by Trino's rules, and by Lake's for text literals beside timestamps
/// and booleans.
final class Coercions {
  private final AnalysisContext context;

  Coercions(AnalysisContext context) {
    this.context = context;
  }

  /// The operands in the type in which they can be compared.
  ///
  /// @param construct what compares them, for messages
  List<Expression> comparable(String construct, List<Operand> operands) {
    var aligned = aligned(construct, operands);
    var type = aligned.getFirst().type();
    if (!TypeRules.isComparable(type)) {
      throw context.wrongType(
          operands.getFirst().node(), construct, type.display() + " cannot be compared");
    }
    return aligned;
  }

  /// The operands in the type that all of them become.
  List<Expression> aligned(String construct, List<Operand> operands) {
    var all = OperandType.of(operands.getFirst());
    for (var operand : operands.subList(1, operands.size())) {
      all = unify(construct, all, operand);
    }
    var type = all.type();
    return operands.stream().map(operand -> coerce(operand, type)).toList();
  }

  /// One operand as a value of this type, which it must be able to become.
  Expression coerce(Operand operand, Type type) {
    if (operand.type().equals(type)) {
      return operand.value();
    }
    if (operand.value() instanceof Literal literal) {
      var coerced = coerced(literal, type, operand);
      if (coerced.isPresent()) {
        return coerced.get();
      }
    }
    return new Expression.Cast(operand.value(), type, false, context.origin(operand.node()));
  }

  /// One operand as a value of this type.
  ///
  /// @throws StatementException.WrongType where it cannot become one by itself
  Expression demand(Operand operand, Type type, String construct) {
    if (!TypeRules.coerces(operand.type(), type)) {
      throw context.wrongType(
          operand.node(),
          construct,
          construct + " takes " + type.display() + ", not " + operand.type().display());
    }
    return coerce(operand, type);
  }

  /// The operand as a condition.
  Expression condition(Operand operand, String construct) {
    if (!TypeRules.coerces(operand.type(), Type.BOOLEAN)) {
      throw context.wrongType(
          operand.node(),
          construct,
          construct + " takes a boolean, not " + operand.type().display());
    }
    return coerce(operand, Type.BOOLEAN);
  }

  /// What operands are together: their type, whether all are literals, and how many digits of a
  /// second their texts have.
  private record OperandType(Type type, boolean isLiteral, int digits) {
    static OperandType of(Operand operand) {
      var digits =
          operand.value() instanceof Literal(String text, _)
              ? Timestamps.parse(text).map(Timestamps.PointInTime::precision).orElse(0)
              : 0;
      return new OperandType(operand.type(), operand.isLiteral(), digits);
    }
  }

  private OperandType unify(String construct, OperandType one, Operand operand) {
    var other = OperandType.of(operand);
    var type =
        TypeRules.common(one.type(), other.type())
            .or(() -> lake(one, other))
            .or(() -> lake(other, one))
            .orElseThrow(() -> mismatch(construct, one, operand));
    return new OperandType(
        type, one.isLiteral() && other.isLiteral(), Math.max(one.digits(), other.digits()));
  }

  /// What Lake takes beyond Trino (Lake §3.4): a text literal beside a timestamp or a boolean, and
  /// a boolean literal beside text.
  private static Optional<Type> lake(OperandType text, OperandType other) {
    if (text.type() != Type.VARCHAR) {
      return Optional.empty();
    }
    return switch (other.type()) {
      case Type.Timestamp(var precision) when text.isLiteral() ->
          Optional.of(new Type.Timestamp(Math.max(precision, text.digits())));
      case Type.Simple simple when simple == Type.BOOLEAN && other.isLiteral() ->
          Optional.of(Type.VARCHAR);
      case Type.Simple simple when simple == Type.BOOLEAN && text.isLiteral() ->
          Optional.of(Type.BOOLEAN);
      default -> Optional.empty();
    };
  }

  /// The literal as one of the other type, so that no cast is left; empty where it takes a cast.
  private Optional<Expression> coerced(Literal literal, Type type, Operand operand) {
    var value = literal.value();
    if (value == null) {
      return Optional.of(Literal.nullOf(type));
    }
    return switch (value) {
      case String text when type instanceof Type.Timestamp -> Optional.of(timestamp(text, operand));
      case String text when type == Type.BOOLEAN -> Optional.of(truth(text, operand));
      case Boolean truth when type == Type.VARCHAR ->
          Optional.of(new Literal(truth.toString(), type));
      case Long _ when TypeRules.isWhole(type) -> Optional.of(new Literal(value, type));
      case Number number when type == Type.DOUBLE ->
          Optional.of(new Literal(number.doubleValue(), type));
      case Number number when type instanceof Type.Decimal decimal ->
          Optional.of(new Literal(exact(number, decimal), type));
      case java.time.LocalDateTime _ when type instanceof Type.Timestamp ->
          Optional.of(new Literal(value, type));
      case io.tarn.sql.tree.ZonedTime _ when type instanceof Type.ZonedTimestamp ->
          Optional.of(new Literal(value, type));
      default -> Optional.empty();
    };
  }

  /// A text as a point in time, in milliseconds at least.
  private Literal timestamp(String text, Operand operand) {
    var point = Timestamps.parse(text).orElseThrow(() -> wrong(operand, text, "timestamp"));
    return new Literal(point.time(), new Type.Timestamp(Math.max(3, point.precision())));
  }

  private Literal truth(String text, Operand operand) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "t", "1" -> new Literal(true, Type.BOOLEAN);
      case "false", "f", "0" -> new Literal(false, Type.BOOLEAN);
      default -> throw wrong(operand, text, "boolean");
    };
  }

  private StatementException wrong(Operand operand, String text, String type) {
    return context.wrongType(operand.node(), type + " literal", "'" + text + "' is no " + type);
  }

  private static BigDecimal exact(Number value, Type.Decimal type) {
    return new BigDecimal(value.toString()).setScale(type.scale(), RoundingMode.UNNECESSARY);
  }

  private StatementException mismatch(String construct, OperandType one, Operand other) {
    return context.wrongType(
        other.node(),
        construct,
        construct + " cannot put " + one.type().display() + " beside " + other.type().display());
  }
}
