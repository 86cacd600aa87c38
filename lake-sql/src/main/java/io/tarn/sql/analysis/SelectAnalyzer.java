package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relation.Assignment;
import io.tarn.sql.tree.SortKey;
import io.tarn.sql.type.TypeRules;
import io.trino.sql.tree.QuerySpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One SELECT: first every clause by itself in terms of columns, then, where it groups, the clauses
/// after the grouping in terms of its keys and aggregates.
///
/// ```
/// Limit < Sort < Distinct < Project < Window < Filter (HAVING) < Aggregate < Filter (WHERE) < FROM
/// ```
final class SelectAnalyzer {
  private final AnalysisContext context;
  private final QueryAnalyzer queries;
  private final Tables tables;
  private final Computed computed;

  SelectAnalyzer(AnalysisContext context, QueryAnalyzer queries, Tables tables) {
    this.context = context;
    this.queries = queries;
    this.tables = tables;
    this.computed = new Computed(context.symbols());
  }

  RelationPlan analyze(QuerySpecification node, Names outside) {
    var from =
        node.getFrom()
            .map(relation -> new FromAnalyzer(context, queries, tables).analyze(relation, outside))
            .orElseGet(() -> FromAnalyzer.nothing(outside));
    var scope = from.scope();
    node.getWindows().forEach(w -> computed.define(w.getName().getValue(), w.getWindow()));

    var where = node.getWhere().map(e -> plain(scope, "WHERE").condition(e, "WHERE"));
    var outputs =
        new ProjectionAnalyzer(context, scope, with(scope, "SELECT")).analyze(node.getSelect());
    var keys =
        node.getGroupBy()
            .map(new GroupingAnalyzer(plain(scope, "GROUP BY"), outputs, computed)::keys);
    var having =
        node.getHaving()
            .map(
                e ->
                    queries
                        .expressions(scope, Clause.withAggregates("HAVING", computed), tables)
                        .condition(e, "HAVING"));
    var orderNames = new OutputScope(outputs, scope);
    var order =
        node.getOrderBy()
            .map(new OrderByAnalyzer(with(orderNames, "ORDER BY"), outputs)::items)
            .orElse(List.of());

    var rows =
        where
            .<Relation>map(condition -> new Relation.Filter(from.relation(), condition))
            .orElse(from.relation());
    var isGrouped = keys.isPresent() || having.isPresent() || computed.hasAggregates();
    var plan =
        isGrouped
            ? grouped(rows, scope, keys.orElse(GroupingKeys.NONE), having, outputs, order)
            : new Grouped(rows, outputs, order);
    return finished(plan, node, outside);
  }

  private ExpressionAnalyzer plain(Names names, String clause) {
    return queries.expressions(names, Clause.plain(clause), tables);
  }

  private ExpressionAnalyzer with(Names names, String clause) {
    return queries.expressions(names, Clause.withAll(clause, computed), tables);
  }

  /// What a SELECT has come to once rows are grouped, if they are.
  private record Grouped(
      Relation relation, List<Output> outputs, List<OrderByAnalyzer.Item> order) {}

  private Grouped grouped(
      Relation rows,
      Scope scope,
      GroupingKeys keys,
      Optional<Expression> having,
      List<Output> outputs,
      List<OrderByAnalyzer.Item> order) {
    var grouping = new Grouping(context, scope, keys, computed);
    UnaryOperator<Expression> onGroups =
        expression ->
            context
                .statement()
                .faults()
                .read(() -> grouping.rewrite(expression), () -> ExpressionAnalyzer.FAULTY);
    Relation relation = grouping.aggregate(rows);
    if (having.isPresent()) {
      relation = new Relation.Filter(relation, onGroups.apply(having.get()));
    }
    computed.rewriteWindows(onGroups);
    return new Grouped(
        relation,
        outputs.stream()
            .map(o -> new Output(o.name(), o.isNamed(), onGroups.apply(o.value()), o.node()))
            .toList(),
        order.stream()
            .map(
                item ->
                    new OrderByAnalyzer.Item(
                        item.key().by(onGroups.apply(item.key().expression())), item.node()))
            .toList());
  }

  private RelationPlan finished(Grouped plan, QuerySpecification node, Names outside) {
    var isDistinct = node.getSelect().isDistinct();
    var relation =
        computed.windows().isEmpty()
            ? plan.relation()
            : new Relation.Window(plan.relation(), computed.windows());
    var assignments = new ArrayList<Assignment>();
    var columns = new ArrayList<Scope.Column>();
    for (var output : plan.outputs()) {
      var symbol = context.symbols().create(output.name(), output.value().type());
      assignments.add(new Assignment(symbol, output.value()));
      columns.add(new Scope.Column(null, output.isNamed() ? output.name() : null, symbol, false));
    }
    var shown = List.copyOf(assignments);
    var keys = plan.order().stream().map(item -> sortKey(item, assignments, isDistinct)).toList();
    Relation result = new Relation.Project(relation, assignments);
    if (isDistinct) {
      refuseIncomparable(plan.outputs());
      result = new Relation.Distinct(result);
    }
    if (!keys.isEmpty()) {
      result = new Relation.Sort(result, keys);
    }
    var scope = new Scope(columns, Optional.of(outside));
    var limited =
        queries.limited(
            new RelationPlan(result, scope), node.getOffset(), node.getLimit(), !keys.isEmpty());
    return shown.size() == assignments.size()
        ? limited
        : new RelationPlan(
            new Relation.Project(
                limited.relation(),
                shown.stream()
                    .map(a -> new Assignment(a.symbol(), Expression.Reference.to(a.symbol())))
                    .toList()),
            scope);
  }

  private void refuseIncomparable(List<Output> outputs) {
    for (var output : outputs) {
      if (!TypeRules.isComparable(output.value().type())) {
        throw context.wrongType(
            output.node(), "DISTINCT", output.value().type().display() + " cannot be compared");
      }
    }
  }

  /// The key as an output column; one that is none is computed beside them and not shown.
  private SortKey sortKey(
      OrderByAnalyzer.Item item, List<Assignment> assignments, boolean isDistinct) {
    var value = item.key().expression();
    var known =
        assignments.stream()
            .filter(assignment -> assignment.value().equals(value))
            .findFirst()
            .map(Assignment::symbol);
    if (known.isEmpty() && isDistinct) {
      throw context.misplaced(
          item.node(),
          "ORDER BY",
          "with SELECT DISTINCT, ORDER BY takes columns of the select list only");
    }
    var symbol =
        known.orElseGet(
            () -> {
              var hidden = context.symbols().create("sort", value.type());
              assignments.add(new Assignment(hidden, value));
              return hidden;
            });
    return item.key().by(Expression.Reference.to(symbol));
  }
}
