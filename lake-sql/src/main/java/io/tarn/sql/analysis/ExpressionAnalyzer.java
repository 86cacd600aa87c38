package io.tarn.sql.analysis;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.StatementException;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.parse.StatementSize;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expressions;
import io.trino.sql.tree.DereferenceExpression;
import io.trino.sql.tree.FunctionCall;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.Literal;
import io.trino.sql.tree.LogicalExpression;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.NotExpression;
import io.trino.sql.tree.Predicated;
import java.util.List;

/// Turns the parser's expressions into typed ones, with the names and aggregates that their clause
/// allows.
final class ExpressionAnalyzer {
  /// What stands for an expression that is at fault: NULL goes with every type.
  static final Expression FAULTY = new Expression.Literal(null, LakeType.UNKNOWN);

  private final ParsedStatement statement;
  private final NameResolver names;
  private final Origins origins;
  private final Coercions coercions;
  private final LiteralAnalyzer literals;
  private final PredicateAnalyzer predicates;
  private final CallAnalyzer calls;

  ExpressionAnalyzer(
      ParsedStatement statement, NameResolver names, AggregateSink aggregates, Origins origins) {
    this.statement = statement;
    this.names = names;
    this.origins = origins;
    this.coercions = new Coercions(statement);
    this.literals = new LiteralAnalyzer(statement);
    this.predicates = new PredicateAnalyzer(statement, this::operand, coercions);
    this.calls =
        new CallAnalyzer(statement, this::operand, this::insideAggregate, aggregates, coercions);
  }

  Expression analyze(io.trino.sql.tree.Expression node) {
    return statement.faults().read(() -> understood(node), () -> FAULTY);
  }

  private Expression understood(io.trino.sql.tree.Expression node) {
    return switch (node) {
      case Literal literal -> literals.analyze(literal);
      case Identifier identifier -> column(identifier, List.of(identifier));
      case DereferenceExpression dereference -> dereference(dereference);
      case LogicalExpression logical -> logical(logical);
      case NotExpression not -> new Expression.Not(condition(not.getValue(), "NOT"));
      case Predicated predicated -> predicates.analyze(predicated);
      case FunctionCall call -> calls.analyze(call);
      default -> throw statement.unsupported(node);
    };
  }

  /// The expression as a condition of the construct.
  Expression condition(io.trino.sql.tree.Expression node, String construct) {
    return statement
        .faults()
        .read(() -> coercions.condition(operand(node), construct), () -> FAULTY);
  }

  private Operand operand(io.trino.sql.tree.Expression node) {
    return new Operand(analyze(node), node);
  }

  private ExpressionAnalyzer insideAggregate() {
    return new ExpressionAnalyzer(
        statement, names.insideAggregate(), AggregateSink.forbiddenIn("an aggregate"), origins);
  }

  private Expression logical(LogicalExpression node) {
    var operator =
        switch (node.getOperator()) {
          case AND -> Expression.LogicalOperator.AND;
          case OR -> Expression.LogicalOperator.OR;
        };
    var terms =
        node.getTerms().stream().map(term -> condition(term, node.getOperator().name())).toList();
    return new Expression.Logical(operator, terms);
  }

  private Expression dereference(DereferenceExpression node) {
    var path = Paths.of(node);
    if (path.isPresent()) {
      return column(node, path.get());
    }
    var name = node.getField().orElseThrow(() -> statement.unsupported(node));
    return Scope.field(analyze(node.getBase()), name.getValue())
        .orElseThrow(() -> unknown(name, "field", name.getValue()));
  }

  private Expression column(Node node, List<Identifier> path) {
    var written = path.stream().map(Identifier::getValue).map(statement.text()::nameOf).toList();
    if (names.isAmbiguous(written)) {
      throw new StatementException.Misplaced(
          statement.location(node), "column", "column '" + written.getFirst() + "' is ambiguous");
    }
    var column =
        names
            .resolve(written)
            .orElseThrow(
                () ->
                    unknown(node, "column", String.join(".", written))
                        .withHint(Hints.didYouMean(written.getLast(), names.known())));
    statement.size().addParts(partsOf(column), () -> statement.location(node));
    origins.remember(column, node);
    return column;
  }

  /// A name of an output stands for a whole expression.
  private static long partsOf(Expression named) {
    return Expressions.all(named).mapToLong(part -> StatementSize.partsOf(part.type())).sum();
  }

  private StatementException unknown(Node node, String construct, String name) {
    return new StatementException.UnknownName(
        statement.location(node), construct, construct + " '" + name + "' cannot be resolved");
  }
}
