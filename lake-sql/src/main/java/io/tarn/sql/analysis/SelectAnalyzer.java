package io.tarn.sql.analysis;

import io.tarn.sql.StatementException;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.Aggregation;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Projection;
import io.tarn.sql.tree.Select;
import io.tarn.sql.tree.SortKey;
import io.trino.sql.tree.Limit;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.QuerySpecification;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One SELECT: first every clause by itself in terms of columns, then, where it groups, the clauses
/// after the grouping in terms of its keys and aggregates.
final class SelectAnalyzer {
  private final ParsedStatement statement;
  private final SourceAnalyzer sources;
  private final Origins origins = new Origins();
  private final AggregateSink.Collecting aggregates = new AggregateSink.Collecting();

  SelectAnalyzer(ParsedStatement statement, SourceAnalyzer sources) {
    this.statement = statement;
    this.sources = sources;
  }

  Select analyze(QuerySpecification node) {
    var source = node.getFrom().map(sources::analyze);
    var scope = new Scope(source.stream().toList());
    var where = node.getWhere().map(e -> without(scope, "WHERE").condition(e, "WHERE"));
    var outputs =
        new ProjectionAnalyzer(statement, scope, with(scope), origins).analyze(node.getSelect());
    var keys =
        node.getGroupBy()
            .map(new GroupingAnalyzer(statement, without(scope, "GROUP BY"), outputs)::keys);
    var having = node.getHaving().map(e -> with(scope).condition(e, "HAVING"));
    var orderScope = new OutputScope(outputs, scope);
    var order =
        node.getOrderBy()
            .map(new OrderByAnalyzer(statement, with(orderScope), outputs)::items)
            .orElse(List.of());

    var isGrouped = keys.isPresent() || having.isPresent() || !aggregates.calls().isEmpty();
    UnaryOperator<Expression> onGroups =
        isGrouped ? rewriter(keys.orElse(List.of())) : UnaryOperator.identity();
    var projections = outputs.stream().map(output -> rewrite(output, onGroups)).toList();
    return new Select(
        source.map(Scope.NamedSource::source),
        where,
        isGrouped
            ? Optional.of(new Aggregation(keys.orElse(List.of()), aggregates.calls()))
            : Optional.empty(),
        having.map(onGroups),
        projections,
        node.getSelect().isDistinct(),
        order.stream().map(item -> sortKey(item, node, onGroups, projections)).toList(),
        node.getLimit().flatMap(this::limit));
  }

  private ExpressionAnalyzer with(NameResolver names) {
    return new ExpressionAnalyzer(statement, names, aggregates, origins);
  }

  private ExpressionAnalyzer without(NameResolver names, String clause) {
    return new ExpressionAnalyzer(statement, names, AggregateSink.forbiddenIn(clause), origins);
  }

  private UnaryOperator<Expression> rewriter(List<Expression> keys) {
    var rewriter = new GroupingRewriter(statement, keys, origins);
    return expression ->
        statement
            .faults()
            .read(() -> rewriter.rewrite(expression), () -> ExpressionAnalyzer.FAULTY);
  }

  private static Projection rewrite(Projection output, UnaryOperator<Expression> onGroups) {
    return new Projection(output.name(), onGroups.apply(output.expression()));
  }

  private SortKey sortKey(
      OrderByAnalyzer.Item item,
      QuerySpecification node,
      UnaryOperator<Expression> onGroups,
      List<Projection> projections) {
    var key = item.by(onGroups.apply(item.expression()), projections);
    if (node.getSelect().isDistinct() && key.target() instanceof SortKey.Target.By) {
      throw new StatementException.Misplaced(
          statement.location(item.node()),
          "ORDER BY",
          "with SELECT DISTINCT, ORDER BY takes columns of the select list only");
    }
    return key;
  }

  private Optional<Long> limit(Node node) {
    if (node instanceof Limit limit) {
      return limit.getRowCount() instanceof LongLiteral count
          ? Optional.of(count.getParsedValue())
          : Optional.empty();
    }
    throw statement.unsupported(node);
  }
}
