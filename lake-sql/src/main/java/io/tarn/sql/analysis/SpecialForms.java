package io.tarn.sql.analysis;

import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.Operators;
import io.tarn.sql.tree.ZonedTime;
import io.tarn.sql.type.Type;
import io.trino.sql.tree.Array;
import io.trino.sql.tree.AtTimeZone;
import io.trino.sql.tree.Cast;
import io.trino.sql.tree.CoalesceExpression;
import io.trino.sql.tree.CurrentDate;
import io.trino.sql.tree.CurrentTimestamp;
import io.trino.sql.tree.Extract;
import io.trino.sql.tree.IfExpression;
import io.trino.sql.tree.LocalTimestamp;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.NullIfExpression;
import io.trino.sql.tree.Row;
import io.trino.sql.tree.SearchedCaseExpression;
import io.trino.sql.tree.SimpleCaseExpression;
import io.trino.sql.tree.SubscriptExpression;
import io.trino.sql.tree.Trim;
import io.trino.sql.tree.TryExpression;
import io.trino.sql.tree.WhenClause;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Expressions with a syntax of their own that are no operators: CASE, CAST, subscripts, times.
final class SpecialForms {
  private final ExpressionAnalyzer expressions;
  private final AnalysisContext context;
  private final Coercions coercions;

  SpecialForms(ExpressionAnalyzer expressions) {
    this.expressions = expressions;
    this.context = expressions.context();
    this.coercions = expressions.coercions();
  }

  Expression cast(Cast node) {
    var value = expressions.operand(node.getExpression());
    var named = new DataTypes(context).named(node.getType());
    if (!Casts.isDefined(value.type(), named.type())) {
      throw context.wrongType(
          node, "CAST", "no cast from " + value.type().display() + " to " + named.type().display());
    }
    var cast =
        value.type().equals(named.type())
            ? value.value()
            : new Expression.Cast(value.value(), named.type(), node.isSafe(), context.origin(node));
    return shortened(cast, named.length(), node);
  }

  private Expression shortened(Expression text, OptionalInt length, Node node) {
    return length.isPresent()
        ? call(
            "$truncate",
            node,
            Type.VARCHAR,
            text,
            new Literal((long) length.getAsInt(), Type.INTEGER))
        : text;
  }

  Expression searchedCase(SearchedCaseExpression node) {
    var conditions =
        node.getWhenClauses().stream()
            .map(when -> expressions.condition(operand(when), "WHEN"))
            .toList();
    return cases(node, conditions, node.getWhenClauses(), node.getDefaultValue());
  }

  Expression simpleCase(SimpleCaseExpression node) {
    var operand = expressions.operand(node.getOperand());
    var conditions = node.getWhenClauses().stream().map(when -> equality(operand, when)).toList();
    return cases(node, conditions, node.getWhenClauses(), node.getDefaultValue());
  }

  private Expression equality(Operand operand, WhenClause when) {
    var sides = coercions.comparable("WHEN", List.of(operand, expressions.operand(operand(when))));
    return Operators.condition(Operators.EQUAL, sides, context.origin(when));
  }

  private io.trino.sql.tree.Expression operand(WhenClause when) {
    if (when.getMatch() instanceof WhenClause.Operand(var node)) {
      return node;
    }
    throw context.unsupported(when, "WHEN with an operator");
  }

  private Expression cases(
      Node node,
      List<Expression> conditions,
      List<WhenClause> clauses,
      Optional<io.trino.sql.tree.Expression> otherwise) {
    var results =
        new ArrayList<>(
            clauses.stream().map(when -> expressions.operand(when.getResult())).toList());
    results.add(otherwise.map(expressions::operand).orElseGet(() -> nothing(node)));
    return cases(conditions, coercions.aligned("CASE", results));
  }

  /// @param results one more than conditions: the last is for no condition
  private static Expression cases(List<Expression> conditions, List<Expression> results) {
    var whens =
        IntStream.range(0, conditions.size())
            .mapToObj(i -> new Expression.When(conditions.get(i), results.get(i)))
            .toList();
    return new Expression.Case(whens, results.getLast(), results.getLast().type());
  }

  private static Operand nothing(Node node) {
    return new Operand(Literal.nullOf(Type.UNKNOWN), node);
  }

  Expression ifThenElse(IfExpression node) {
    var condition = expressions.condition(node.getCondition(), "IF");
    var results =
        List.of(
            expressions.operand(node.getTrueValue()),
            node.getFalseValue().map(expressions::operand).orElseGet(() -> nothing(node)));
    return cases(List.of(condition), coercions.aligned("IF", results));
  }

  Expression coalesce(CoalesceExpression node) {
    var values = coercions.aligned("COALESCE", expressions.operands(node.getOperands()));
    return call("$coalesce", node, values.getFirst().type(), values);
  }

  /// The first value keeps its type; only for the comparison both become one.
  Expression nullIf(NullIfExpression node) {
    var operands = expressions.operands(List.of(node.getFirst(), node.getSecond()));
    var sides = coercions.comparable("NULLIF", operands);
    var first = operands.getFirst().value();
    var equal = Operators.condition(Operators.EQUAL, sides, context.origin(node));
    return new Expression.Case(
        List.of(new Expression.When(equal, Literal.nullOf(first.type()))), first, first.type());
  }

  Expression tryOrNull(TryExpression node) {
    var value = expressions.analyze(node.getInnerExpression());
    return new Attempts(context).attempted(value, node);
  }

  Expression row(Row node) {
    var values = new ArrayList<Expression>();
    var fields = new ArrayList<Type.Field>();
    for (var field : node.getFields()) {
      var value = expressions.analyze(field.getExpression());
      values.add(value);
      fields.add(
          new Type.Field(
              field.getName().map(context::nameOf).map(SpecialForms::lower).orElse(null),
              value.type()));
    }
    return call("$row", node, new Type.Row(fields), values);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  Expression array(Array node) {
    if (node.getValues().isEmpty()) {
      return call("$array", node, new Type.Array(Type.UNKNOWN), List.of());
    }
    var values = coercions.aligned("ARRAY", expressions.operands(node.getValues()));
    return call("$array", node, new Type.Array(values.getFirst().type()), values);
  }

  Expression subscript(SubscriptExpression node) {
    var base = expressions.operand(node.getBase());
    var index = expressions.operand(node.getIndex());
    return switch (base.type()) {
      case Type.Array(var element) ->
          call(
              "$subscript",
              node,
              element,
              base.value(),
              coercions.demand(index, Type.BIGINT, "subscript"));
      case Type.MapOf(var key, var value) -> {
        var function = FunctionTable.get().named("$subscript").getLast();
        var arguments = List.of(base.value(), coercions.demand(index, key, "subscript"));
        yield new Expression.Call(function, arguments, value, context.origin(node));
      }
      case Type.Row row -> field(node, base.value(), row, index);
      default ->
          throw context.wrongType(
              node, "subscript", "a subscript does not go with " + base.type().display());
    };
  }

  private Expression field(Node node, Expression base, Type.Row row, Operand index) {
    if (index.value() instanceof Literal(Long number, _)
        && number >= 1
        && number <= row.fields().size()) {
      return Scope.field(base, row, (int) (number - 1));
    }
    throw context.wrongType(
        node, "subscript", "the subscript of a row is a number from 1 to " + row.fields().size());
  }

  Expression trim(Trim node) {
    var name =
        switch (node.getSpecification()) {
          case BOTH -> "trim";
          case LEADING -> "ltrim";
          case TRAILING -> "rtrim";
        };
    var arguments = new ArrayList<>(List.of(expressions.operand(node.getTrimSource())));
    node.getTrimCharacter().map(expressions::operand).ifPresent(arguments::add);
    return new CallAnalyzer(expressions).scalar(name, arguments, node);
  }

  Expression extract(Extract node) {
    var name =
        switch (node.getField()) {
          case DAY_OF_MONTH -> "day";
          case DOW -> "day_of_week";
          case DOY -> "day_of_year";
          case YOW -> "year_of_week";
          default -> node.getField().name().toLowerCase(Locale.ROOT);
        };
    var argument = expressions.operand(node.getExpression());
    return new CallAnalyzer(expressions).scalar(name, List.of(argument), node);
  }

  Expression atTimeZone(AtTimeZone node) {
    var value = expressions.operand(node.getValue());
    var precision =
        switch (value.type()) {
          case Type.Timestamp(var digits) -> digits;
          case Type.ZonedTimestamp(var digits) -> digits;
          default ->
              throw context.wrongType(
                  node, "AT TIME ZONE", "AT TIME ZONE does not go with " + value.type().display());
        };
    var type = new Type.ZonedTimestamp(precision);
    var zone =
        coercions.demand(expressions.operand(node.getTimeZone()), Type.VARCHAR, "AT TIME ZONE");
    return call("$at_timezone", node, type, coercions.coerce(value, type), zone);
  }

  Expression now(CurrentTimestamp node) {
    var precision = node.getPrecision().orElse(3);
    return new Literal(new ZonedTime(moment(precision), "UTC"), new Type.ZonedTimestamp(precision));
  }

  Expression localNow(LocalTimestamp node) {
    var precision = node.getPrecision().orElse(3);
    return new Literal(moment(precision), new Type.Timestamp(precision));
  }

  Expression today(CurrentDate node) {
    return new Literal(moment(0).toLocalDate(), Type.DATE);
  }

  private LocalDateTime moment(int precision) {
    var unit = precision < 3 ? ChronoUnit.SECONDS : ChronoUnit.MILLIS;
    return LocalDateTime.ofInstant(context.now(), ZoneOffset.UTC).truncatedTo(unit);
  }

  private Expression call(String name, Node node, Type type, Expression... arguments) {
    return call(name, node, type, List.of(arguments));
  }

  private Expression call(String name, Node node, Type type, List<Expression> arguments) {
    return new Expression.Call(
        FunctionTable.get().operator(name), arguments, type, context.origin(node));
  }
}
