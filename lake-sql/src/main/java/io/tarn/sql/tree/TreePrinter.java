package io.tarn.sql.tree;

import static java.util.stream.Collectors.joining;

import java.util.List;

/// Writes a tree for people, one clause a line, in the words of Lake and not of an engine.
public final class TreePrinter {
  private final StringBuilder text = new StringBuilder();

  private TreePrinter() {}

  public static String print(Select select) {
    var printer = new TreePrinter();
    printer.select(select);
    return printer.text.toString();
  }

  private void select(Select select) {
    line(select.distinct() ? "select distinct" : "select");
    select.projections().forEach(p -> line("  " + p.name() + " := " + print(p.expression())));
    select.source().ifPresent(source -> line("from " + print(source)));
    select.where().ifPresent(where -> line("where " + print(where)));
    select.aggregation().ifPresent(this::aggregation);
    select.having().ifPresent(having -> line("having " + print(having)));
    if (!select.order().isEmpty()) {
      line("order by " + list(select.order().stream().map(TreePrinter::print).toList()));
    }
    select.limit().ifPresent(limit -> line("limit " + limit));
  }

  private void aggregation(Aggregation aggregation) {
    line("group");
    for (int key = 0; key < aggregation.keys().size(); key++) {
      line("  key" + key + " := " + print(aggregation.keys().get(key)));
    }
    for (int call = 0; call < aggregation.calls().size(); call++) {
      line("  aggregate" + call + " := " + print(aggregation.calls().get(call)));
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String print(Source source) {
    return switch (source) {
      case Source.StoreScan(var id, var store) -> "store " + store.id() + " as s" + id;
    };
  }

  private static String print(Aggregation.AggregateCall call) {
    return call.function().name()
        + (call.distinct() ? "(distinct " : "(")
        + list(call.arguments().stream().map(TreePrinter::print).toList())
        + "): "
        + call.type().display();
  }

  private static String print(SortKey key) {
    var target =
        switch (key.target()) {
          case SortKey.Target.Output(var index) -> "output " + index;
          case SortKey.Target.By(var expression) -> print(expression);
        };
    return target
        + (key.descending() ? " descending" : " ascending")
        + (key.nullsFirst() ? " nulls first" : " nulls last");
  }

  private static String print(Expression expression) {
    return switch (expression) {
      case Expression.Literal(var value, var type) -> value + ": " + type.display();
      case Expression.ColumnReference(var source, var path, _) ->
          "s" + source + "." + String.join(".", path);
      case Expression.FieldAccess(var base, var field, _) -> print(base) + "." + field;
      case Expression.Call(var function, var arguments, _) ->
          function.name() + "(" + printed(arguments, ", ") + ")";
      case Expression.Cast(var value, var type) -> "(" + print(value) + "): " + type.display();
      case Expression.Comparison(var operator, var left, var right) ->
          "(" + print(left) + " " + operator.sql() + " " + print(right) + ")";
      case Expression.DistinctFrom(var left, var right) ->
          "(" + print(left) + " is distinct from " + print(right) + ")";
      case Expression.Between(var value, var min, var max) ->
          "(" + print(value) + " between " + print(min) + " and " + print(max) + ")";
      case Expression.InList(var value, var items) ->
          "(" + print(value) + " in [" + printed(items, ", ") + "])";
      case Expression.Like(var value, var pattern, var escape) ->
          "("
              + print(value)
              + " like "
              + print(pattern)
              + escape.map(e -> " escape " + Character.toString(e)).orElse("")
              + ")";
      case Expression.IsNull(var value) -> "(" + print(value) + " is null)";
      case Expression.Not(var value) -> "not " + print(value);
      case Expression.Logical(var operator, var terms) ->
          switch (operator) {
            case AND -> "(" + printed(terms, " and ") + ")";
            case OR -> "(" + printed(terms, " or ") + ")";
          };
      case Expression.SettledPosition(var source) -> "settled(s" + source + ")";
      case Expression.GroupKey(var index, _) -> "key" + index;
      case Expression.AggregateResult(var index, _) -> "aggregate" + index;
    };
  }

  private static String printed(List<Expression> expressions, String separator) {
    return expressions.stream().map(TreePrinter::print).collect(joining(separator));
  }

  private static String list(List<String> parts) {
    return String.join(", ", parts);
  }
}
