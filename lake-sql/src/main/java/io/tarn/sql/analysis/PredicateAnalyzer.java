package io.tarn.sql.analysis;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.StatementException;
import io.tarn.sql.function.TypeRules;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.ComparisonOperator;
import io.tarn.sql.tree.Expression;
import io.trino.sql.tree.BetweenPredicate;
import io.trino.sql.tree.ComparisonPredicate;
import io.trino.sql.tree.DistinctFromPredicate;
import io.trino.sql.tree.InListExpression;
import io.trino.sql.tree.InPredicate;
import io.trino.sql.tree.IsNullPredicate;
import io.trino.sql.tree.LikePredicate;
import io.trino.sql.tree.Predicated;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Comparisons and the other predicates that follow a value.
final class PredicateAnalyzer {
  private final ParsedStatement statement;
  private final OperandAnalyzer operands;
  private final Coercions coercions;

  PredicateAnalyzer(ParsedStatement statement, OperandAnalyzer operands, Coercions coercions) {
    this.statement = statement;
    this.operands = operands;
    this.coercions = coercions;
  }

  Expression analyze(Predicated node) {
    var value = operands.analyze(node.getValue());
    return switch (node.getPredicate()) {
      case ComparisonPredicate comparison -> comparison(value, comparison);
      case DistinctFromPredicate distinct ->
          negated(distinct.isNegated(), distinctFrom(value, distinct));
      case BetweenPredicate between -> negated(between.isNegated(), between(value, between));
      case InPredicate in -> negated(in.isNegated(), in(value, in));
      case LikePredicate like -> negated(like.isNegated(), like(value, like));
      case IsNullPredicate isNull ->
          negated(isNull.isNegated(), new Expression.IsNull(value.value()));
      default -> throw statement.unsupported(node.getPredicate());
    };
  }

  private Expression comparison(Operand value, ComparisonPredicate node) {
    var operator =
        switch (node.getOperator()) {
          case EQUAL -> ComparisonOperator.EQUAL;
          case NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
          case LESS_THAN -> ComparisonOperator.LESS;
          case LESS_THAN_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
          case GREATER_THAN -> ComparisonOperator.GREATER;
          case GREATER_THAN_OR_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
        };
    var sides = coercions.align(operator.sql(), List.of(value, operands.analyze(node.getRight())));
    return new Expression.Comparison(operator, sides.get(0), sides.get(1));
  }

  private Expression distinctFrom(Operand value, DistinctFromPredicate node) {
    var right = operands.analyze(node.getRight());
    var sides = coercions.align("IS DISTINCT FROM", List.of(value, right));
    return new Expression.DistinctFrom(sides.get(0), sides.get(1));
  }

  private Expression between(Operand value, BetweenPredicate node) {
    if (node.getSymmetry().isPresent()) {
      throw new StatementException.Unsupported(statement.location(node), "BETWEEN SYMMETRIC");
    }
    var min = operands.analyze(node.getMin());
    var max = operands.analyze(node.getMax());
    var aligned = coercions.align("BETWEEN", List.of(value, min, max));
    return new Expression.Between(aligned.get(0), aligned.get(1), aligned.get(2));
  }

  private Expression in(Operand value, InPredicate node) {
    if (!(node.getValueList() instanceof InListExpression list)) {
      throw statement.unsupported(node.getValueList());
    }
    var items = list.getValues().stream().map(operands::analyze);
    var aligned = coercions.align("IN", Stream.concat(Stream.of(value), items).toList());
    return new Expression.InList(aligned.getFirst(), aligned.subList(1, aligned.size()));
  }

  private Expression like(Operand value, LikePredicate node) {
    var pattern = operands.analyze(node.getPattern());
    var escape = node.getEscape().flatMap(this::escape);
    if (escape.isPresent()) {
      new LikePatternCheck(statement, node.getPattern()).check(pattern.value(), escape.get());
    }
    return new Expression.Like(text(value), text(pattern), escape);
  }

  private Optional<Integer> escape(io.trino.sql.tree.Expression node) {
    if (!(operands.analyze(node).value() instanceof Expression.Literal(String text, _))) {
      throw new StatementException.Unsupported(
          statement.location(node), "ESCAPE with anything but a text literal");
    }
    if (text.codePointCount(0, text.length()) > 1) {
      throw new StatementException.WrongType(
          statement.location(node), "ESCAPE", "the escape must be a single character");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.codePointAt(0));
  }

  private Expression text(Operand operand) {
    if (!TypeRules.coerces(operand.type(), LakeType.VARCHAR)) {
      throw new StatementException.WrongType(
          statement.location(operand.node()),
          "LIKE",
          "LIKE takes text, not " + operand.type().display());
    }
    return coercions.coerce(operand, LakeType.VARCHAR);
  }

  private static Expression negated(boolean negated, Expression predicate) {
    return negated ? new Expression.Not(predicate) : predicate;
  }
}
