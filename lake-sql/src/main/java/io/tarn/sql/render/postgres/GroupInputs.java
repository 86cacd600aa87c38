package io.tarn.sql.render.postgres;

import io.tarn.sql.render.postgres.PgExpression.Call;
import io.tarn.sql.render.postgres.PgExpression.Column;
import io.tarn.sql.render.postgres.PgSelect.Item;
import io.tarn.sql.tree.Aggregation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a grouping reads: an inner SELECT with the keys (`k0`...), the arguments of aggregates
/// (`a0`...) and the key orders of grouped maps (`o0`...), and what is made of them above it.
final class GroupInputs {
  private final String alias;
  private final List<Item> items = new ArrayList<>();
  private final List<PgExpression> keys = new ArrayList<>();
  private final List<PgExpression> aggregates = new ArrayList<>();
  private final Map<Integer, PgExpression> orders = new HashMap<>();

  GroupInputs(Aggregation aggregation, Frame rows, String alias) {
    this.alias = alias;
    var renderer = new ExpressionRenderer(rows);
    var companions = MapOrders.ofColumns(rows);
    for (var key : aggregation.keys()) {
      var index = keys.size();
      keys.add(add("k" + index, renderer.render(key)));
      companions
          .of(key)
          .ifPresent(order -> orders.put(index, Call.of("min", add("o" + index, order))));
    }
    var arguments = new HashMap<PgExpression, PgExpression>();
    for (var call : aggregation.calls()) {
      var inputs = renderer.each(call.arguments());
      for (var input : inputs) {
        var name = "a" + arguments.size();
        arguments.computeIfAbsent(input, argument -> add(name, argument));
      }
      aggregates.add(PgFunctions.aggregate(call, inputs.stream().map(arguments::get).toList()));
    }
  }

  List<Item> items() {
    return items;
  }

  List<PgExpression> keys() {
    return keys;
  }

  List<PgExpression> aggregates() {
    return aggregates;
  }

  MapOrders mapOrders() {
    return MapOrders.ofKeys(orders);
  }

  private PgExpression add(String name, PgExpression expression) {
    items.add(new Item(expression, name));
    return new Column(alias, name);
  }
}
