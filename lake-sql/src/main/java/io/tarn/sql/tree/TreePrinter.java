package io.tarn.sql.tree;

import static java.util.stream.Collectors.joining;

import io.tarn.sql.EventDataStore;
import io.tarn.sql.NamedTable;
import io.tarn.sql.SystemTable;
import io.tarn.sql.tree.Expression.Call;
import io.tarn.sql.tree.Expression.Case;
import io.tarn.sql.tree.Expression.Cast;
import io.tarn.sql.tree.Expression.Field;
import io.tarn.sql.tree.Expression.Lambda;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.Expression.Logical;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Expression.Subquery;
import io.tarn.sql.type.Type;
import java.util.List;
import java.util.Locale;

/// Writes a tree for people, one relation a line and the relations that it reads from below it, in
/// the words of Lake and not of an engine.
public final class TreePrinter {
  private final StringBuilder text = new StringBuilder();

  private TreePrinter() {}

  public static String print(Relation relation) {
    var printer = new TreePrinter();
    printer.relation(relation, "");
    return printer.text.toString();
  }

  private void relation(Relation relation, String indent) {
    text.append(indent).append(line(relation)).append('\n');
    relation.expressions().stream()
        .flatMap(Expression::all)
        .filter(Subquery.class::isInstance)
        .forEach(subquery -> relation(((Subquery) subquery).relation(), indent + "  | "));
    relation.children().forEach(child -> relation(child, indent + "  "));
  }

  private static String line(Relation relation) {
    return switch (relation) {
      case Relation.Scan scan -> "scan " + described(scan.table());
      case Relation.Values values -> "values, " + values.rows().size() + " rows";
      case Relation.Filter(_, var condition) -> "filter " + print(condition);
      case Relation.Project(_, var assignments) -> "project " + assigned(assignments);
      case Relation.Aggregate aggregate ->
          "aggregate by "
              + assigned(aggregate.keys())
              + (aggregate.isSimple() ? "" : " sets " + aggregate.sets())
              + aggregate.aggregations().stream()
                  .map(a -> "; " + a.symbol() + " := " + print(a.call()))
                  .collect(joining());
      case Relation.Window window ->
          "window "
              + window.functions().stream()
                  .map(f -> f.symbol() + " := " + print(f.call()))
                  .collect(joining(", "));
      case Relation.Join join ->
          word(join.kind())
              + " join"
              + join.condition().map(condition -> " on " + print(condition)).orElse("");
      case Relation.Unnest unnest ->
          "unnest "
              + unnest.items().stream()
                  .map(item -> item.symbols() + " := " + print(item.value()))
                  .collect(joining(", "));
      case Relation.SetOperation operation ->
          word(operation.kind()) + (operation.isAll() ? " all " : " ") + operation.outputs();
      case Relation.Distinct _ -> "distinct";
      case Relation.Sort(_, var keys) -> "sort by " + sorted(keys);
      case Relation.Limit limit ->
          "limit "
              + (limit.count().isPresent() ? limit.count().getAsLong() : "none")
              + (limit.offset() > 0 ? " offset " + limit.offset() : "")
              + (limit.hasTies() ? " with ties" : "");
    };
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private static String assigned(List<Relation.Assignment> assignments) {
    return assignments.stream()
        .map(a -> a.symbol() + " := " + print(a.value()))
        .collect(joining(", "));
  }

  private static String sorted(List<SortKey> keys) {
    return keys.stream()
        .map(
            key ->
                print(key.expression())
                    + (key.isDescending() ? " descending" : " ascending")
                    + (key.isNullsFirst() ? " nulls first" : " nulls last"))
        .collect(joining(", "));
  }

  private static String print(AggregateCall call) {
    return call.function().name()
        + "("
        + (call.isDistinct() ? "distinct " : "")
        + printed(call.arguments())
        + (call.order().isEmpty() ? "" : " order by " + sorted(call.order()))
        + ")"
        + call.filter().map(filter -> " where " + print(filter)).orElse("");
  }

  private static String print(WindowCall window) {
    return print(window.call())
        + " over (partition by "
        + printed(window.partition())
        + " order by "
        + sorted(window.order())
        + ")";
  }

  private static String print(Expression expression) {
    return switch (expression) {
      case Literal(var value, var type) -> value + ": " + type.display();
      case Reference(var symbol, _) -> symbol.toString();
      case Field(var base, var index, _) ->
          print(base) + "." + ((Type.Row) base.type()).fields().get(index).shownName(index);
      case Call call ->
          call.function().name().replace("$", "") + "(" + printed(call.arguments()) + ")";
      case Cast(var value, var type, var isSafe, _) ->
          (isSafe ? "try_cast(" : "cast(") + print(value) + " as " + type.display() + ")";
      case Logical(var operator, var terms) ->
          terms.stream()
              .map(TreePrinter::print)
              .collect(joining(" " + word(operator) + " ", "(", ")"));
      case Case(var whens, var otherwise, _) ->
          whens.stream()
                  .map(when -> "when " + print(when.condition()) + " then " + print(when.result()))
                  .collect(joining(" ", "case ", " else "))
              + print(otherwise)
              + " end";
      case Lambda(var parameters, var body) -> parameters + " -> " + print(body);
      case Subquery subquery ->
          subquery.value().map(value -> print(value) + " ").orElse("")
              + subquery.comparison().map(c -> c.name().replace("$", "") + " ").orElse("")
              + word(subquery.kind())
              + " (sub-query)";
    };
  }

  private static String printed(List<Expression> expressions) {
    return expressions.stream().map(TreePrinter::print).collect(joining(", "));
  }

  private static String described(NamedTable table) {
    return switch (table) {
      case EventDataStore store -> store.name() + " " + store.id();
      case SystemTable system -> system.name();
    };
  }
}
