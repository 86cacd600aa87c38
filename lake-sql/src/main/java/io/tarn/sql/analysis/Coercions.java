package io.tarn.sql.analysis;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.StatementException;
import io.tarn.sql.function.TypeRules;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Literal;
import java.util.List;
import java.util.Optional;

/// Brings operands to one type: by Trino's rules, and by Lake's for text literals beside timestamps
/// and booleans.
final class Coercions {
  private final ParsedStatement statement;
  private final LiteralCoercions literals;

  Coercions(ParsedStatement statement) {
    this.statement = statement;
    this.literals = new LiteralCoercions(statement);
  }

  /// The operands in the type in which they can be compared.
  ///
  /// @param construct what compares them, for messages
  List<Expression> align(String construct, List<Operand> operands) {
    var all = OperandType.of(operands.getFirst());
    for (var operand : operands.subList(1, operands.size())) {
      all = unify(construct, all, operand);
    }
    var type = all.type() instanceof LakeType.Unknown ? LakeType.VARCHAR : all.type();
    refuseIncomparable(construct, operands.getFirst(), type);
    return operands.stream().map(operand -> coerce(operand, type)).toList();
  }

  /// One operand as a value of this type, which it must be able to become.
  Expression coerce(Operand operand, LakeType type) {
    if (operand.type().equals(type)) {
      return operand.value();
    }
    statement.size().addParts(type, () -> statement.location(operand.node()));
    return operand.value() instanceof Literal literal
        ? literals.coerce(literal, type, operand.node())
        : new Expression.Cast(operand.value(), type);
  }

  /// The operand as a condition.
  Expression condition(Operand operand, String construct) {
    if (!TypeRules.coerces(operand.type(), LakeType.BOOLEAN)) {
      throw new StatementException.WrongType(
          statement.location(operand.node()),
          construct,
          construct + " takes a boolean, not " + operand.type().display());
    }
    return coerce(operand, LakeType.BOOLEAN);
  }

  /// What operands are together: their type, whether all are literals, and how many digits of a
  /// second their texts have.
  private record OperandType(LakeType type, boolean isLiteral, int digits) {
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

  /// What Lake takes beyond Trino: a text literal beside a timestamp or a boolean, and a boolean
  /// literal beside text.
  private static Optional<LakeType> lake(OperandType text, OperandType other) {
    if (!(text.type() instanceof LakeType.Varchar)) {
      return Optional.empty();
    }
    return switch (other.type()) {
      case LakeType.Timestamp(var precision) when text.isLiteral() ->
          Optional.of(new LakeType.Timestamp(Math.max(precision, text.digits())));
      case LakeType.BooleanType() when other.isLiteral() -> Optional.of(LakeType.VARCHAR);
      case LakeType.BooleanType() when text.isLiteral() -> Optional.of(LakeType.BOOLEAN);
      default -> Optional.empty();
    };
  }

  private void refuseIncomparable(String construct, Operand operand, LakeType type) {
    if (!TypeRules.isComparable(type)) {
      throw new StatementException.Unsupported(
          statement.location(operand.node()),
          construct + " on " + kind(type),
          construct + " between values of type " + type.display() + " is not supported");
    }
  }

  private StatementException mismatch(String construct, OperandType one, Operand other) {
    return new StatementException.WrongType(
        statement.location(other.node()),
        construct,
        construct + " cannot put " + one.type().display() + " beside " + other.type().display());
  }

  private static String kind(LakeType type) {
    return switch (type) {
      case LakeType.MapType _ -> "a map";
      case LakeType.ArrayType _ -> "an array";
      case LakeType.RowType _ -> "a row";
      default -> type.display();
    };
  }
}
