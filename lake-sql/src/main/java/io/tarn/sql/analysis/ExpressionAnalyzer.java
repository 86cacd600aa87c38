package io.tarn.sql.analysis;

import io.tarn.sql.StatementException;
import io.tarn.sql.parse.StatementSize;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Operators;
import io.tarn.sql.type.Type;
import io.trino.sql.tree.ArithmeticBinaryExpression;
import io.trino.sql.tree.ArithmeticUnaryExpression;
import io.trino.sql.tree.Array;
import io.trino.sql.tree.AtTimeZone;
import io.trino.sql.tree.Cast;
import io.trino.sql.tree.CoalesceExpression;
import io.trino.sql.tree.CurrentDate;
import io.trino.sql.tree.CurrentTimestamp;
import io.trino.sql.tree.DereferenceExpression;
import io.trino.sql.tree.ExistsPredicate;
import io.trino.sql.tree.Extract;
import io.trino.sql.tree.Format;
import io.trino.sql.tree.FunctionCall;
import io.trino.sql.tree.GroupingOperation;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.IfExpression;
import io.trino.sql.tree.JsonExists;
import io.trino.sql.tree.JsonValue;
import io.trino.sql.tree.LambdaExpression;
import io.trino.sql.tree.Literal;
import io.trino.sql.tree.LocalTimestamp;
import io.trino.sql.tree.LogicalExpression;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.NotExpression;
import io.trino.sql.tree.NullIfExpression;
import io.trino.sql.tree.Parameter;
import io.trino.sql.tree.Predicated;
import io.trino.sql.tree.Row;
import io.trino.sql.tree.SearchedCaseExpression;
import io.trino.sql.tree.SimpleCaseExpression;
import io.trino.sql.tree.SubqueryExpression;
import io.trino.sql.tree.SubscriptExpression;
import io.trino.sql.tree.Trim;
import io.trino.sql.tree.TryExpression;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns the parser's expressions into typed ones, with the names, aggregates and windows that
/// their clause allows.
final class ExpressionAnalyzer {
  /// What stands for an expression that is at fault: NULL goes with every type.
  static final Expression FAULTY = Expression.Literal.nullOf(Type.UNKNOWN);

  private final AnalysisContext context;
  private final Names names;
  private final Clause clause;
  private final Subqueries subqueries;
  private final Coercions coercions;

  ExpressionAnalyzer(AnalysisContext context, Names names, Clause clause, Subqueries subqueries) {
    this.context = context;
    this.names = names;
    this.clause = clause;
    this.subqueries = subqueries;
    this.coercions = new Coercions(context);
  }

  AnalysisContext context() {
    return context;
  }

  Clause clause() {
    return clause;
  }

  Coercions coercions() {
    return coercions;
  }

  Subqueries subqueries() {
    return subqueries;
  }

  Names names() {
    return names;
  }

  /// The same with other names and another clause.
  ExpressionAnalyzer with(Names otherNames, Clause otherClause) {
    return new ExpressionAnalyzer(context, otherNames, otherClause, subqueries);
  }

  Expression analyze(io.trino.sql.tree.Expression node) {
    return context.statement().faults().read(() -> understood(node), () -> FAULTY);
  }

  Operand operand(io.trino.sql.tree.Expression node) {
    return new Operand(analyze(node), node);
  }

  /// The values of an IN list; a parameter that is a list stands for its items.
  List<Operand> items(List<io.trino.sql.tree.Expression> nodes) {
    return nodes.stream().flatMap(this::items).toList();
  }

  private Stream<Operand> items(io.trino.sql.tree.Expression node) {
    var operand = operand(node);
    if (!(node instanceof Parameter) || !(operand.type() instanceof Type.Array(var element))) {
      return Stream.of(operand);
    }
    var items =
        operand.value() instanceof Expression.Call list
            ? list.arguments()
            : List.<Expression>of(Expression.Literal.nullOf(element));
    return items.stream().map(item -> new Operand(item, node));
  }

  List<Operand> operands(List<io.trino.sql.tree.Expression> nodes) {
    return nodes.stream().map(this::operand).toList();
  }

  /// The expression as a condition of the construct.
  Expression condition(io.trino.sql.tree.Expression node, String construct) {
    return context
        .statement()
        .faults()
        .read(() -> coercions.condition(operand(node), construct), () -> FAULTY);
  }

  private Expression understood(io.trino.sql.tree.Expression node) {
    return switch (node) {
      case Literal literal -> new LiteralAnalyzer(context).analyze(literal);
      case Parameter parameter -> new ParameterAnalyzer(context).analyze(parameter);
      case Identifier identifier -> column(identifier, List.of(identifier));
      case DereferenceExpression dereference -> dereference(dereference);
      case LogicalExpression logical -> logical(logical);
      case NotExpression not -> Operators.not(condition(not.getValue(), "NOT"));
      case Predicated predicated -> new PredicateAnalyzer(this).analyze(predicated);
      case ExistsPredicate exists -> new PredicateAnalyzer(this).exists(exists);
      case SubqueryExpression subquery -> new PredicateAnalyzer(this).scalar(subquery);
      case FunctionCall call -> new CallAnalyzer(this).analyze(call);
      case GroupingOperation grouping -> new CallAnalyzer(this).grouping(grouping);
      case ArithmeticBinaryExpression arithmetic -> new ArithmeticAnalyzer(this).binary(arithmetic);
      case ArithmeticUnaryExpression sign -> new ArithmeticAnalyzer(this).unary(sign);
      case Cast cast -> forms().cast(cast);
      case SearchedCaseExpression searched -> forms().searchedCase(searched);
      case SimpleCaseExpression simple -> forms().simpleCase(simple);
      case IfExpression choice -> forms().ifThenElse(choice);
      case CoalesceExpression coalesce -> forms().coalesce(coalesce);
      case NullIfExpression nullIf -> forms().nullIf(nullIf);
      case TryExpression attempt -> forms().tryOrNull(attempt);
      case Row row -> forms().row(row);
      case Array array -> forms().array(array);
      case SubscriptExpression subscript -> forms().subscript(subscript);
      case Trim trim -> forms().trim(trim);
      case Extract extract -> forms().extract(extract);
      case Format format -> new FormatAnalyzer(this).analyze(format);
      case JsonValue value -> new JsonPathForms(this).value(value);
      case JsonExists exists -> new JsonPathForms(this).exists(exists);
      case AtTimeZone zone -> forms().atTimeZone(zone);
      case CurrentTimestamp now -> forms().now(now);
      case CurrentDate today -> forms().today(today);
      case LocalTimestamp now -> forms().localNow(now);
      case LambdaExpression lambda ->
          throw context.misplaced(
              lambda, "lambda", "a lambda stands in arguments of functions only");
      default -> throw context.statement().unsupported(node);
    };
  }

  private SpecialForms forms() {
    return new SpecialForms(this);
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
    var name = node.getField().orElseThrow(() -> context.statement().unsupported(node));
    return Scope.field(analyze(node.getBase()), context.nameOf(name))
        .orElseThrow(() -> unknown(name, "field", context.nameOf(name)));
  }

  private Expression column(Node node, List<Identifier> path) {
    var written = path.stream().map(context::nameOf).toList();
    var found = names.resolve(written);
    if (found.size() > 1) {
      throw context.misplaced(
          node, "column", "column '" + String.join(".", written) + "' is ambiguous");
    }
    if (found.isEmpty()) {
      throw unknown(node, "column", String.join(".", written)).withHint(hint(path, written));
    }
    var column = found.getFirst();
    context.statement().size().addParts(partsOf(column), () -> context.location(node));
    return located(column, node);
  }

  /// What the author may have meant: a key of a map, a text in the wrong quotes, a name nearby.
  private @Nullable String hint(List<Identifier> path, List<String> written) {
    for (int length = written.size() - 1; length > 0; length--) {
      var base = names.resolve(written.subList(0, length));
      if (base.size() == 1 && base.getFirst().type() instanceof Type.MapOf) {
        return "%s is a map: write element_at(%1$s, '%s')"
            .formatted(
                String.join(".", written.subList(0, length)),
                String.join(".", written.subList(length, written.size())));
      }
      if (base.size() == 1 && base.getFirst().type() instanceof Type.Row(var fields)) {
        var known = fields.stream().flatMap(f -> Stream.ofNullable(f.name())).toList();
        return Hints.didYouMean(written.get(length), known);
      }
    }
    var near = Hints.didYouMean(written.getLast(), names.known());
    return near == null && path.size() == 1 && path.getFirst().isDelimited()
        ? "a text stands in single quotes: '%s'".formatted(written.getFirst())
        : near;
  }

  /// The reference with its place in the text; a name of an output stands for a whole expression.
  private Expression located(Expression column, Node node) {
    return switch (column) {
      case Reference(var symbol, _) -> new Reference(symbol, context.origin(node));
      case Expression.Field field -> field.mapChildren(base -> located(base, node));
      default -> column;
    };
  }

  private static long partsOf(Expression named) {
    return named.all().mapToLong(part -> StatementSize.partsOf(part.type())).sum();
  }

  private StatementException unknown(Node node, String construct, String name) {
    return new StatementException.UnknownName(
        context.location(node), construct, construct + " '" + name + "' cannot be resolved");
  }
}
