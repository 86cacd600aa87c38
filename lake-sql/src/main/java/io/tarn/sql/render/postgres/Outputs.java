package io.tarn.sql.render.postgres;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.ColumnReader;
import io.tarn.sql.OutputColumn;
import io.tarn.sql.render.postgres.PgExpression.Call;
import io.tarn.sql.render.postgres.PgExpression.Column;
import io.tarn.sql.render.postgres.PgSelect.Item;
import io.tarn.sql.tree.Projection;
import io.tarn.sql.tree.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The columns of the result: one for each projection (`c0`...), then the key orders of the maps
/// among them (`c0_order`...).
final class Outputs {
  private static final String REPEATS = "d";

  private final boolean distinct;
  private final List<Item> values = new ArrayList<>();
  private final List<Item> orders = new ArrayList<>();
  private final List<OutputColumn> columns = new ArrayList<>();

  Outputs(Select select, MapOrders maps, ExpressionRenderer renderer) {
    this.distinct = select.distinct();
    var count = select.projections().size();
    for (var projection : select.projections()) {
      var name = "c" + values.size();
      var expression = projection.expression();
      values.add(
          new Item(distinct ? renderer.render(expression) : renderer.shown(expression), name));
      var order = maps.of(expression);
      order.ifPresent(companion -> orders.add(new Item(companion, name + "_order")));
      var orderPosition =
          order.isPresent() ? OptionalInt.of(count + orders.size()) : OptionalInt.empty();
      columns.add(column(projection, values.size(), orderPosition));
    }
  }

  List<Item> items() {
    var items = new ArrayList<>(values);
    items.addAll(orders);
    return items;
  }

  List<OutputColumn> columns() {
    return columns;
  }

  /// The select without repeated rows, if that is asked for. Equal maps may have different key
  /// orders, so with maps it groups by the values alone.
  PgSelect distinct(PgSelect select) {
    if (!distinct || orders.isEmpty()) {
      return distinct ? select.withoutRepeats() : select;
    }
    var items = new ArrayList<Item>();
    values.forEach(item -> items.add(new Item(inner(item), item.alias())));
    orders.forEach(item -> items.add(new Item(Call.of("min", inner(item)), item.alias())));
    return PgSelect.of(items, Optional.of(new PgSelect.Derived(select, REPEATS)), Optional.empty())
        .grouped(values.stream().map(Outputs::inner).toList(), Optional.empty());
  }

  private static PgExpression inner(Item item) {
    return new Column(REPEATS, item.alias());
  }

  private static OutputColumn column(
      Projection projection, int position, OptionalInt orderPosition) {
    var type = projection.expression().type();
    var reader =
        switch (type) {
          case LakeType.MapType _ -> new ColumnReader.TextMap(position, orderPosition);
          case LakeType.RowType _, LakeType.ArrayType _ -> new ColumnReader.Json(position);
          default -> new ColumnReader.Scalar(position);
        };
    return new OutputColumn(projection.name(), type, reader);
  }
}
