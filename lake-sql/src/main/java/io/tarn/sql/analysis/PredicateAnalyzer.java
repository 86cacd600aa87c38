package io.tarn.sql.analysis;

import io.tarn.sql.function.Function;
import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.Expression.Subquery;
import io.tarn.sql.tree.Operators;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;
import io.trino.sql.tree.BetweenPredicate;
import io.trino.sql.tree.BooleanTestPredicate;
import io.trino.sql.tree.ComparisonPredicate;
import io.trino.sql.tree.DistinctFromPredicate;
import io.trino.sql.tree.ExistsPredicate;
import io.trino.sql.tree.InListExpression;
import io.trino.sql.tree.InPredicate;
import io.trino.sql.tree.IsNullPredicate;
import io.trino.sql.tree.LikePredicate;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.Predicated;
import io.trino.sql.tree.QuantifiedComparisonPredicate;
import io.trino.sql.tree.SubqueryExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Comparisons and the other predicates that follow a value, and sub-queries.
final class PredicateAnalyzer {
  private final ExpressionAnalyzer expressions;
  private final AnalysisContext context;
  private final Coercions coercions;

  PredicateAnalyzer(ExpressionAnalyzer expressions) {
    this.expressions = expressions;
    this.context = expressions.context();
    this.coercions = expressions.coercions();
  }

  Expression analyze(Predicated node) {
    var value = expressions.operand(node.getValue());
    return switch (node.getPredicate()) {
      case ComparisonPredicate comparison -> comparison(value, comparison);
      case DistinctFromPredicate distinct ->
          negated(distinct.isNegated(), distinctFrom(value, distinct));
      case BetweenPredicate between -> negated(between.isNegated(), between(value, between));
      case InPredicate in -> negated(in.isNegated(), in(value, in));
      case LikePredicate like -> negated(like.isNegated(), like(value, like));
      case IsNullPredicate isNull ->
          negated(isNull.isNegated(), Operators.condition(Operators.IS_NULL, value.value()));
      case BooleanTestPredicate test -> negated(test.isNegated(), test(value, test));
      case QuantifiedComparisonPredicate quantified -> quantified(value, quantified);
      default -> throw context.statement().unsupported(node.getPredicate());
    };
  }

  private Expression comparison(Operand value, ComparisonPredicate node) {
    var operator = operator(node.getOperator());
    var right = expressions.operand(node.getRight());
    var sides = coercions.comparable(node.getOperator().getValue(), List.of(value, right));
    refuseUnordered(operator, node, sides.getFirst().type());
    return Operators.condition(operator, sides, context.origin(node));
  }

  private void refuseUnordered(String operator, Node node, Type type) {
    var isOrdering = !operator.equals(Operators.EQUAL) && !operator.equals(Operators.NOT_EQUAL);
    if (isOrdering && !TypeRules.isOrderable(type)) {
      throw context.unsupported(node, "order of " + type.display());
    }
  }

  private static String operator(ComparisonPredicate.Operator operator) {
    return switch (operator) {
      case EQUAL -> Operators.EQUAL;
      case NOT_EQUAL -> Operators.NOT_EQUAL;
      case LESS_THAN -> Operators.LESS;
      case LESS_THAN_OR_EQUAL -> Operators.LESS_OR_EQUAL;
      case GREATER_THAN -> Operators.GREATER;
      case GREATER_THAN_OR_EQUAL -> Operators.GREATER_OR_EQUAL;
    };
  }

  private Expression distinctFrom(Operand value, DistinctFromPredicate node) {
    var right = expressions.operand(node.getRight());
    var sides = coercions.comparable("IS DISTINCT FROM", List.of(value, right));
    return Operators.condition(Operators.DISTINCT_FROM, sides, context.origin(node));
  }

  private Expression between(Operand value, BetweenPredicate node) {
    if (node.getSymmetry().isPresent()) {
      throw context.unsupported(node, "BETWEEN SYMMETRIC");
    }
    var min = expressions.operand(node.getMin());
    var max = expressions.operand(node.getMax());
    var aligned = coercions.comparable("BETWEEN", List.of(value, min, max));
    refuseUnordered(Operators.BETWEEN, node, aligned.getFirst().type());
    return Operators.condition(Operators.BETWEEN, aligned, context.origin(node));
  }

  private Expression in(Operand value, InPredicate node) {
    return switch (node.getValueList()) {
      case InListExpression list -> {
        var all = new ArrayList<>(List.of(value));
        all.addAll(expressions.items(list.getValues()));
        if (all.size() == 1) {
          yield new Literal(false, Type.BOOLEAN);
        }
        yield Operators.condition(
            Operators.IN, coercions.comparable("IN", all), context.origin(node));
      }
      case SubqueryExpression subquery ->
          compared(
              Subquery.Kind.ANY, FunctionTable.get().operator(Operators.EQUAL), value, subquery);
      default -> throw context.statement().unsupported(node.getValueList());
    };
  }

  private Expression quantified(Operand value, QuantifiedComparisonPredicate node) {
    if (!(node.getSubquery() instanceof SubqueryExpression subquery)) {
      throw context.statement().unsupported(node.getSubquery());
    }
    var kind =
        switch (node.getQuantifier()) {
          case ALL -> Subquery.Kind.ALL;
          case ANY, SOME -> Subquery.Kind.ANY;
        };
    var operator = FunctionTable.get().operator(operator(node.getOperator()));
    return compared(kind, operator, value, subquery);
  }

  /// The value against the only column of a sub-query.
  private Expression compared(
      Subquery.Kind kind, Function comparison, Operand value, SubqueryExpression node) {
    var plan = expressions.subqueries().analyze(node.getQuery(), expressions.names());
    var column = onlyColumn(plan, node);
    var right = new Operand(column.reference(), node);
    var sides = coercions.comparable("a comparison with a sub-query", List.of(value, right));
    return new Subquery(
        kind,
        Optional.of(sides.getFirst()),
        Optional.of(comparison),
        projected(plan.relation(), sides.getLast()),
        Type.BOOLEAN,
        context.origin(node));
  }

  Expression exists(ExistsPredicate node) {
    if (!(node.getSubquery() instanceof SubqueryExpression subquery)) {
      throw context.statement().unsupported(node.getSubquery());
    }
    var plan = expressions.subqueries().analyze(subquery.getQuery(), expressions.names());
    return new Subquery(
        Subquery.Kind.EXISTS,
        Optional.empty(),
        Optional.empty(),
        plan.relation(),
        Type.BOOLEAN,
        context.origin(node));
  }

  Expression scalar(SubqueryExpression node) {
    var plan = expressions.subqueries().analyze(node.getQuery(), expressions.names());
    var column = onlyColumn(plan, node);
    return new Subquery(
        Subquery.Kind.SCALAR,
        Optional.empty(),
        Optional.empty(),
        projected(plan.relation(), column.reference()),
        column.symbol().type(),
        context.origin(node));
  }

  private Relation projected(Relation relation, Expression value) {
    var symbol = context.symbols().create("value", value.type());
    return new Relation.Project(relation, List.of(new Relation.Assignment(symbol, value)));
  }

  private Scope.Column onlyColumn(RelationPlan plan, Node node) {
    var columns = plan.scope().shown();
    if (columns.size() != 1) {
      throw context.misplaced(
          node, "sub-query", "a sub-query in an expression has one column, not " + columns.size());
    }
    return columns.getFirst();
  }

  private Expression test(Operand value, BooleanTestPredicate node) {
    var condition = coercions.condition(value, "IS");
    return switch (node.getTruthValue()) {
      case UNKNOWN -> Operators.condition(Operators.IS_NULL, condition);
      case TRUE -> isValue(condition, true);
      case FALSE -> isValue(condition, false);
    };
  }

  private static Expression isValue(Expression condition, boolean truth) {
    return Operators.not(
        Operators.condition(Operators.DISTINCT_FROM, condition, new Literal(truth, Type.BOOLEAN)));
  }

  private Expression like(Operand value, LikePredicate node) {
    var operands = new ArrayList<Expression>();
    operands.add(text(value));
    operands.add(text(expressions.operand(node.getPattern())));
    node.getEscape().ifPresent(escape -> operands.add(text(expressions.operand(escape))));
    new LikePatternCheck(context, node).check(operands);
    var function =
        FunctionTable.get().named(Operators.LIKE).stream()
            .filter(f -> f.parameters().size() == operands.size())
            .findFirst()
            .orElseThrow();
    return new Expression.Call(function, operands, Type.BOOLEAN, context.origin(node));
  }

  /// LIKE over a map compares the map's text (Lake §3.4).
  private Expression text(Operand operand) {
    if (operand.type() instanceof Type.MapOf) {
      return new Expression.Call(
          FunctionTable.get().operator("$map_text"),
          List.of(operand.value()),
          Type.VARCHAR,
          context.origin(operand.node()));
    }
    if (!TypeRules.coerces(operand.type(), Type.VARCHAR)) {
      throw context.wrongType(
          operand.node(), "LIKE", "LIKE takes text, not " + operand.type().display());
    }
    return coercions.coerce(operand, Type.VARCHAR);
  }

  private static Expression negated(boolean negated, Expression predicate) {
    return negated ? Operators.not(predicate) : predicate;
  }
}
