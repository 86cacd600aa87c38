package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relation.Assignment;
import io.tarn.sql.tree.Symbol;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;
import io.trino.sql.tree.Except;
import io.trino.sql.tree.FetchFirst;
import io.trino.sql.tree.Intersect;
import io.trino.sql.tree.Limit;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.Offset;
import io.trino.sql.tree.OrderBy;
import io.trino.sql.tree.Parameter;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.QueryBody;
import io.trino.sql.tree.QuerySpecification;
import io.trino.sql.tree.Row;
import io.trino.sql.tree.SetOperation;
import io.trino.sql.tree.Table;
import io.trino.sql.tree.TableSubquery;
import io.trino.sql.tree.Union;
import io.trino.sql.tree.Values;
import io.trino.sql.tree.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// Queries: WITH, SELECT, set operations, VALUES, and what stands behind them.
final class QueryAnalyzer {
  private final AnalysisContext context;

  QueryAnalyzer(AnalysisContext context) {
    this.context = context;
  }

  /// @param outside the names around the query
  /// @param tables the named queries that it can use
  RelationPlan analyze(Query node, Names outside, Tables tables) {
    if (!node.getFunctions().isEmpty()) {
      throw context.unsupported(node, "WITH FUNCTION");
    }
    var inside = node.getWith().map(with -> with(with, tables)).orElse(tables);
    var plan = body(node.getQueryBody(), outside, inside);
    var sorted = node.getOrderBy().map(order -> sorted(plan, order, inside)).orElse(plan);
    return limited(sorted, node.getOffset(), node.getLimit(), node.getOrderBy().isPresent());
  }

  private Tables with(With node, Tables tables) {
    if (node.isRecursive()) {
      throw context.unsupported(node, "WITH RECURSIVE");
    }
    var known = tables;
    for (var query : node.getQueries()) {
      known = known.and(query);
    }
    return known;
  }

  private RelationPlan body(QueryBody node, Names outside, Tables tables) {
    return switch (node) {
      case QuerySpecification select ->
          new SelectAnalyzer(context, this, tables).analyze(select, outside);
      case SetOperation operation -> setOperation(operation, outside, tables);
      case Values values -> values(values, outside, tables);
      case Table table -> new FromAnalyzer(context, this, tables).analyze(table, outside);
      case TableSubquery subquery -> analyze(subquery.getQuery(), outside, tables);
      default -> throw context.statement().unsupported(node);
    };
  }

  private RelationPlan setOperation(SetOperation node, Names outside, Tables tables) {
    if (node.getCorresponding().isPresent()) {
      throw context.unsupported(node, "CORRESPONDING");
    }
    var kind =
        switch (node) {
          case Union _ -> Relation.SetKind.UNION;
          case Intersect _ -> Relation.SetKind.INTERSECT;
          case Except _ -> Relation.SetKind.EXCEPT;
          default -> throw context.statement().unsupported(node);
        };
    var bodies =
        node.getRelations().stream()
            .map(input -> body((QueryBody) input, outside, tables))
            .toList();
    var inputs = new UnitedTimes(context, bodies).timed();
    var types = commonTypes(kind.name(), node, inputs);
    var isAll = !node.isDistinct();
    if (!isAll && !types.stream().allMatch(TypeRules::isComparable)) {
      throw context.wrongType(
          node, kind.name(), kind.name() + " needs values that can be compared");
    }
    var first = inputs.getFirst().scope().shown();
    var columns = new ArrayList<Scope.Column>();
    for (int i = 0; i < types.size(); i++) {
      var symbol = context.symbols().create(first.get(i).shownName(), types.get(i));
      columns.add(new Scope.Column(null, first.get(i).name(), symbol, false));
    }
    var relation =
        new Relation.SetOperation(
            kind,
            isAll,
            inputs.stream().map(input -> typed(input, types)).toList(),
            columns.stream().map(Scope.Column::symbol).toList());
    return new RelationPlan(relation, new Scope(columns, Optional.of(outside)));
  }

  private List<Type> commonTypes(String construct, Node node, List<RelationPlan> inputs) {
    var types = new ArrayList<>(types(inputs.getFirst()));
    for (var input : inputs) {
      var others = types(input);
      if (others.size() != types.size()) {
        throw context.misplaced(
            node,
            construct,
            "the sides of %s have %d and %d columns"
                .formatted(construct, types.size(), others.size()));
      }
      for (int i = 0; i < types.size(); i++) {
        types.set(i, common(construct, node, types.get(i), others.get(i), i + 1));
      }
    }
    return types;
  }

  private Type common(String construct, Node node, Type one, Type other, int column) {
    return TypeRules.common(one, other)
        .orElseThrow(
            () ->
                context.wrongType(
                    node,
                    construct,
                    "column %d of %s is %s on one side and %s on another"
                        .formatted(column, construct, one.display(), other.display())));
  }

  private static List<Type> types(RelationPlan plan) {
    return plan.scope().shown().stream().map(column -> column.symbol().type()).toList();
  }

  /// The shown columns of an input in these types.
  private Relation typed(RelationPlan input, List<Type> types) {
    var columns = input.scope().shown();
    var assignments = new ArrayList<Assignment>();
    for (int i = 0; i < types.size(); i++) {
      var column = columns.get(i);
      var value = column.reference();
      assignments.add(
          column.symbol().type().equals(types.get(i))
              ? new Assignment(column.symbol(), value)
              : new Assignment(
                  context.symbols().create(column.shownName(), types.get(i)),
                  new Expression.Cast(value, types.get(i), false, io.tarn.sql.tree.Origin.NONE)));
    }
    return new Relation.Project(input.relation(), assignments);
  }

  private RelationPlan values(Values node, Names outside, Tables tables) {
    context.statement().size().addSource(() -> context.location(node));
    var expressions = expressions(outside, Clause.plain("VALUES"), tables);
    var rows =
        node.getRows().stream()
            .map(
                row ->
                    row instanceof Row fields
                        ? fields.getFields().stream().map(Row.Field::getExpression).toList()
                        : List.of(row))
            .map(expressions::operands)
            .toList();
    var width = rows.getFirst().size();
    if (rows.stream().anyMatch(row -> row.size() != width)) {
      throw context.misplaced(node, "VALUES", "the rows of VALUES have different lengths");
    }
    var columns = new ArrayList<List<Expression>>();
    for (int i = 0; i < width; i++) {
      var index = i;
      columns.add(
          expressions
              .coercions()
              .aligned("VALUES", rows.stream().map(row -> row.get(index)).toList()));
    }
    var symbols = new ArrayList<Symbol>();
    columns.forEach(
        column ->
            symbols.add(
                context.symbols().create("_col" + symbols.size(), column.getFirst().type())));
    var relation =
        new Relation.Values(
            symbols,
            IntStream.range(0, rows.size())
                .mapToObj(row -> columns.stream().map(column -> column.get(row)).toList())
                .toList());
    var scope =
        new Scope(
            symbols.stream().map(s -> new Scope.Column(null, null, s, false)).toList(),
            Optional.of(outside));
    return new RelationPlan(relation, scope);
  }

  /// ORDER BY of a whole query sees its output columns.
  private RelationPlan sorted(RelationPlan plan, OrderBy node, Tables tables) {
    var outputs =
        plan.scope().shown().stream()
            .map(c -> new Output(c.shownName(), true, c.reference(), node))
            .toList();
    var expressions = expressions(plan.scope(), Clause.plain("ORDER BY"), tables);
    var keys =
        new OrderByAnalyzer(expressions, outputs)
            .items(node).stream().map(OrderByAnalyzer.Item::key).toList();
    return new RelationPlan(new Relation.Sort(plan.relation(), keys), plan.scope());
  }

  /// OFFSET, LIMIT and FETCH FIRST of a plan.
  RelationPlan limited(
      RelationPlan plan, Optional<Offset> offset, Optional<Node> limit, boolean isSorted) {
    if (offset.isEmpty() && limit.isEmpty()) {
      return plan;
    }
    var skipped = offset.map(node -> number(node.getRowCount(), "OFFSET")).orElse(0L);
    var hasTies =
        limit.filter(n -> n instanceof FetchFirst first && first.isWithTies()).isPresent();
    if (hasTies && !isSorted) {
      throw context.misplaced(limit.get(), "FETCH FIRST", "WITH TIES needs ORDER BY");
    }
    var count = limit.map(this::count).orElse(OptionalLong.empty());
    return skipped == 0 && count.isEmpty()
        ? plan
        : new RelationPlan(
            new Relation.Limit(plan.relation(), skipped, count, hasTies), plan.scope());
  }

  private OptionalLong count(Node node) {
    return switch (node) {
      case Limit limit when limit.getRowCount() instanceof LongLiteral count ->
          OptionalLong.of(count.getParsedValue());
      case Limit limit when limit.getRowCount() instanceof Parameter count ->
          OptionalLong.of(number(count, "LIMIT"));
      case Limit _ -> OptionalLong.empty();
      case FetchFirst first ->
          OptionalLong.of(first.getRowCount().map(n -> number(n, "FETCH FIRST")).orElse(1L));
      default -> throw context.statement().unsupported(node);
    };
  }

  private long number(io.trino.sql.tree.Expression node, String construct) {
    if (node instanceof LongLiteral number) {
      return number.getParsedValue();
    }
    if (node instanceof Parameter parameter) {
      return new ParameterAnalyzer(context).count(parameter, construct);
    }
    throw context.unsupported(node, construct + " with anything but a number");
  }

  /// Expressions of a clause over these names.
  ExpressionAnalyzer expressions(Names names, Clause clause, Tables tables) {
    return new ExpressionAnalyzer(
        context, names, clause, (query, outside) -> analyze(query, outside, tables));
  }
}
