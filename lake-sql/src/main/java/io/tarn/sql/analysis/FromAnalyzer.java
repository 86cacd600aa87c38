package io.tarn.sql.analysis;

import io.tarn.sql.EventDataStore;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.Operators;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relation.Assignment;
import io.tarn.sql.tree.Relation.JoinKind;
import io.tarn.sql.tree.Symbol;
import io.tarn.sql.type.Type;
import io.trino.sql.tree.AliasedRelation;
import io.trino.sql.tree.BooleanLiteral;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.Join;
import io.trino.sql.tree.JoinCriteria;
import io.trino.sql.tree.JoinOn;
import io.trino.sql.tree.JoinUsing;
import io.trino.sql.tree.NaturalJoin;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.QueryBody;
import io.trino.sql.tree.Table;
import io.trino.sql.tree.TableSubquery;
import io.trino.sql.tree.Unnest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands in FROM: event data stores, named queries, derived tables, joins and UNNEST.
final class FromAnalyzer {
  private final AnalysisContext context;
  private final QueryAnalyzer queries;
  private final Tables tables;

  FromAnalyzer(AnalysisContext context, QueryAnalyzer queries, Tables tables) {
    this.context = context;
    this.queries = queries;
    this.tables = tables;
  }

  RelationPlan analyze(io.trino.sql.tree.Relation node, Names outside) {
    return switch (node) {
      case Table table -> table(table, outside);
      case AliasedRelation aliased -> aliased(aliased, analyze(aliased.getRelation(), outside));
      case TableSubquery subquery -> derived(subquery, outside);
      case Unnest unnest -> unnest(unnest, nothing(outside), false);
      case Join join -> join(join, outside);
      case QueryBody body -> throw context.statement().unsupported(body);
      default -> throw context.statement().unsupported(node);
    };
  }

  /// One row without columns.
  static RelationPlan nothing(Names outside) {
    return new RelationPlan(
        new Relation.Values(List.of(), List.of(List.of())),
        new Scope(List.of(), Optional.of(outside)));
  }

  private RelationPlan table(Table node, Names outside) {
    context.statement().size().addSource(() -> context.location(node));
    var parts = node.getName().getOriginalParts();
    var named =
        parts.size() == 1
            ? tables.find(context.nameOf(parts.getFirst()))
            : Optional.<Tables.Named>empty();
    return named.map(query -> named(query, node)).orElseGet(() -> store(node, outside));
  }

  private RelationPlan named(Tables.Named named, Table node) {
    var plan = queries.analyze(named.query().getQuery(), Scope.EMPTY, named.tables());
    var scope =
        named
            .query()
            .getColumnNames()
            .map(names -> renamed(plan.scope(), names, node))
            .orElse(plan.scope());
    return new RelationPlan(
        plan.relation(), scope.as(context.nameOf(node.getName().getOriginalParts().getFirst())));
  }

  private RelationPlan store(Table node, Names outside) {
    var resolver = new StoreResolver(context);
    var table = resolver.resolve(node);
    if (table instanceof EventDataStore store) {
      context.named().add(store);
    }
    var name = resolver.nameOf(node);
    var columns = new ArrayList<Scope.Column>();
    var scanned = new ArrayList<Relation.ScanColumn>();
    for (var column : table.schema().columns()) {
      var symbol = context.symbols().create(column.name(), Type.of(column.type()));
      columns.add(new Scope.Column(name, column.name(), symbol, column.hidden()));
      scanned.add(new Relation.ScanColumn(symbol, column.name()));
    }
    return new RelationPlan(
        new Relation.Scan(table, scanned), new Scope(columns, Optional.of(outside)));
  }

  private RelationPlan aliased(AliasedRelation node, RelationPlan plan) {
    var scope =
        node.getColumnNames() == null || node.getColumnNames().isEmpty()
            ? plan.scope()
            : renamed(plan.scope(), node.getColumnNames(), node);
    return new RelationPlan(plan.relation(), scope.as(context.nameOf(node.getAlias())));
  }

  private Scope renamed(Scope scope, List<Identifier> names, Node node) {
    var shown = scope.shown();
    if (shown.size() != names.size()) {
      throw context.misplaced(
          node,
          "column list",
          "the column list has %d names for %d columns".formatted(names.size(), shown.size()));
    }
    var columns = new ArrayList<Scope.Column>();
    for (int i = 0; i < names.size(); i++) {
      var column = shown.get(i);
      columns.add(
          new Scope.Column(
              column.relation(), context.nameOf(names.get(i)), column.symbol(), false));
    }
    return new Scope(columns, scope.outside());
  }

  private RelationPlan derived(TableSubquery node, Names outside) {
    var plan = queries.analyze(node.getQuery(), outside, tables);
    var columns =
        plan.scope().shown().stream()
            .map(c -> new Scope.Column(null, c.name(), c.symbol(), false))
            .toList();
    return new RelationPlan(plan.relation(), new Scope(columns, Optional.of(outside)));
  }

  private RelationPlan join(Join node, Names outside) {
    var left = analyze(node.getLeft(), outside);
    if (unnested(node.getRight()).isPresent()) {
      return unnestBeside(node, left);
    }
    var right = analyze(node.getRight(), outside);
    var both = left.scope().and(right.scope());
    return node.getCriteria()
        .map(
            criteria ->
                switch (criteria) {
                  case JoinOn on -> joinOn(kind(node), left, right, on.getExpression());
                  case JoinUsing using -> joinUsing(node, left, right, names(using));
                  case NaturalJoin _ -> joinUsing(node, left, right, common(left, right));
                  case JoinCriteria other -> throw context.unsupported(node, "join " + other);
                })
        .orElseGet(
            () ->
                new RelationPlan(
                    new Relation.Join(
                        JoinKind.CROSS, left.relation(), right.relation(), Optional.empty()),
                    both));
  }

  private static JoinKind kind(Join node) {
    return switch (node.getType()) {
      case CROSS, IMPLICIT -> JoinKind.CROSS;
      case INNER -> JoinKind.INNER;
      case LEFT -> JoinKind.LEFT;
      case RIGHT -> JoinKind.RIGHT;
      case FULL -> JoinKind.FULL;
    };
  }

  private RelationPlan joinOn(
      JoinKind kind, RelationPlan left, RelationPlan right, io.trino.sql.tree.Expression on) {
    var both = left.scope().and(right.scope());
    var condition = queries.expressions(both, Clause.plain("JOIN"), tables).condition(on, "JOIN");
    return new RelationPlan(
        new Relation.Join(kind, left.relation(), right.relation(), Optional.of(condition)), both);
  }

  private List<String> names(JoinUsing using) {
    return using.getColumns().stream().map(context::nameOf).toList();
  }

  private static List<String> common(RelationPlan left, RelationPlan right) {
    return left.scope().shown().stream()
        .map(Scope.Column::name)
        .filter(
            name -> name != null && right.scope().shown().stream().anyMatch(c -> c.isNamed(name)))
        .distinct()
        .toList();
  }

  /// Columns of the list are one column of both sides, which stands first.
  private RelationPlan joinUsing(
      Join node, RelationPlan left, RelationPlan right, List<String> names) {
    var conditions = new ArrayList<Expression>();
    var merged = new ArrayList<Assignment>();
    var columns = new ArrayList<Scope.Column>();
    for (var name : names) {
      var sides = List.of(column(node, left, name), column(node, right, name));
      var values =
          new Coercions(context)
              .comparable(
                  "USING",
                  sides.stream().map(side -> new Operand(side.reference(), node)).toList());
      conditions.add(Operators.condition(Operators.EQUAL, values, context.origin(node)));
      var symbol = context.symbols().create(name, values.getFirst().type());
      merged.add(new Assignment(symbol, merged(kind(node), values)));
      columns.add(new Scope.Column(null, name, symbol, false));
    }
    var both = left.scope().and(right.scope());
    both.columns().stream()
        .filter(column -> names.stream().noneMatch(column::isNamed))
        .forEach(columns::add);
    var condition =
        conditions.isEmpty() ? new Literal(true, Type.BOOLEAN) : Operators.conjunction(conditions);
    var join =
        new Relation.Join(kind(node), left.relation(), right.relation(), Optional.of(condition));
    both.columns().forEach(c -> merged.add(new Assignment(c.symbol(), c.reference())));
    return new RelationPlan(
        new Relation.Project(join, merged), new Scope(columns, left.scope().outside()));
  }

  private Scope.Column column(Join node, RelationPlan side, String name) {
    var found = side.scope().columns().stream().filter(c -> c.isNamed(name)).toList();
    if (found.size() != 1) {
      throw context.misplaced(
          node,
          "USING",
          found.isEmpty()
              ? "column '" + name + "' is not on both sides of the join"
              : "column '" + name + "' is ambiguous");
    }
    return found.getFirst();
  }

  private static Expression merged(JoinKind kind, List<Expression> values) {
    return switch (kind) {
      case CROSS, INNER, LEFT -> values.getFirst();
      case RIGHT -> values.getLast();
      case FULL ->
          new Expression.Case(
              List.of(
                  new Expression.When(
                      Operators.condition(Operators.IS_NULL, values.getFirst()), values.getLast())),
              values.getFirst(),
              values.getFirst().type());
    };
  }

  private static Optional<Unnest> unnested(io.trino.sql.tree.Relation node) {
    return switch (node) {
      case Unnest unnest -> Optional.of(unnest);
      case AliasedRelation aliased -> unnested(aliased.getRelation());
      default -> Optional.empty();
    };
  }

  /// UNNEST to the right of a relation can use its columns.
  private RelationPlan unnestBeside(Join node, RelationPlan left) {
    var kind = kind(node);
    var isPlain = node.getCriteria().isEmpty() || isTrue(node.getCriteria().get());
    if (!isPlain || kind == JoinKind.RIGHT || kind == JoinKind.FULL) {
      throw context.unsupported(node, "UNNEST with a join condition");
    }
    var unnest = unnested(node.getRight()).orElseThrow();
    var plan = unnest(unnest, left, kind == JoinKind.LEFT);
    var width = left.scope().columns().size();
    var all = plan.scope().columns();
    var added =
        new RelationPlan(
            plan.relation(), new Scope(all.subList(width, all.size()), left.scope().outside()));
    var named = node.getRight() instanceof AliasedRelation a ? aliased(a, added) : added;
    return new RelationPlan(plan.relation(), left.scope().and(named.scope()));
  }

  private static boolean isTrue(JoinCriteria criteria) {
    return criteria instanceof JoinOn on
        && on.getExpression() instanceof BooleanLiteral literal
        && literal.getValue();
  }

  private RelationPlan unnest(Unnest node, RelationPlan child, boolean keepsAll) {
    context.statement().size().addSource(() -> context.location(node));
    var expressions = queries.expressions(child.scope(), Clause.plain("UNNEST"), tables);
    var items = new ArrayList<Relation.Unnested>();
    var columns = new ArrayList<>(child.scope().columns());
    for (var operand : expressions.operands(node.getExpressions())) {
      var symbols = elements(operand);
      symbols.forEach(c -> columns.add(c));
      items.add(
          new Relation.Unnested(
              operand.value(), symbols.stream().map(Scope.Column::symbol).toList()));
    }
    Optional<Symbol> ordinality =
        node.isWithOrdinality()
            ? Optional.of(context.symbols().create("ordinality", Type.BIGINT))
            : Optional.empty();
    ordinality.ifPresent(s -> columns.add(new Scope.Column(null, "ordinality", s, false)));
    return new RelationPlan(
        new Relation.Unnest(child.relation(), items, ordinality, keepsAll),
        new Scope(columns, child.scope().outside()));
  }

  private List<Scope.Column> elements(Operand operand) {
    return switch (operand.type()) {
      case Type.Array(Type.Row(var fields)) ->
          fields.stream().map(field -> column(field.name(), field.type())).toList();
      case Type.Array(var element) -> List.of(column(null, element));
      case Type.MapOf(var key, var value) -> List.of(column(null, key), column(null, value));
      default ->
          throw context.wrongType(
              operand.node(),
              "UNNEST",
              "UNNEST takes arrays and maps, not " + operand.type().display());
    };
  }

  private Scope.Column column(@org.jspecify.annotations.Nullable String name, Type type) {
    var symbol = context.symbols().create(name == null ? "element" : name, type);
    return new Scope.Column(null, name, symbol, false);
  }
}
