package io.tarn.sql.render.postgres;

import io.tarn.sql.OutputColumn;
import io.tarn.sql.tree.Aggregation;
import io.tarn.sql.tree.Select;
import io.tarn.sql.tree.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One SELECT of the tree as one of PostgreSQL. Grouping reads its keys and arguments from an inner
/// SELECT, so that each is written once: two parameters with the same value are not the same
/// expression to PostgreSQL.
///
/// ```
/// SELECT "g"."k0" AS "c0", count(*) AS "c1"
/// FROM (SELECT ("s0"."request_parameters" ->> ?::text) AS "k0"
///   FROM "t_..."."eds_..." AS "s0") AS "g"
/// GROUP BY "g"."k0"
/// ```
final class SelectRenderer {
  private static final String GROUPS = "g";
  private static final PgExpression TRUE = new PgExpression.Bound(true, "boolean");

  private final String tenantSchema;

  SelectRenderer(String tenantSchema) {
    this.tenantSchema = tenantSchema;
  }

  /// A rendered SELECT and the reading of its result.
  record Rendered(PgSelect select, List<OutputColumn> columns) {}

  Rendered render(Select select) {
    var rows = rows(select.source());
    var where = select.where().map(new ExpressionRenderer(rows.frame())::render);
    var level =
        select
            .aggregation()
            .map(aggregation -> grouped(aggregation, rows, where))
            .orElseGet(() -> plain(rows, where));
    var renderer = new ExpressionRenderer(level.frame());
    var outputs = new Outputs(select, level.maps(), renderer);
    var core =
        PgSelect.of(outputs.items(), level.source(), level.where())
            .grouped(level.groupBy(), having(select, renderer));
    var order = new OrderRendering(select, rows.frame(), renderer).keys();
    return new Rendered(outputs.distinct(core).sorted(order, limit(select)), outputs.columns());
  }

  /// A source and what references to it stand for.
  private record Rows(Optional<PgSelect.Source> source, Frame frame) {}

  /// What the clauses of the SELECT read from.
  ///
  /// @param maps how the key orders of projected maps are had
  private record Level(
      Optional<PgSelect.Source> source,
      Optional<PgExpression> where,
      List<PgExpression> groupBy,
      Frame frame,
      MapOrders maps) {}

  private Rows rows(Optional<Source> source) {
    return source
        .map(
            of ->
                switch (of) {
                  case Source.StoreScan(var id, var store) -> {
                    var alias = "s" + id;
                    var table =
                        new PgSelect.Table(tenantSchema, PostgresRenderer.tableOf(store), alias);
                    var values = Map.of(id, new StoredValues(alias, store.schema()));
                    yield new Rows(Optional.of(table), new Frame(values, List.of(), List.of()));
                  }
                })
        .orElseGet(() -> new Rows(Optional.empty(), new Frame(Map.of(), List.of(), List.of())));
  }

  private static Level plain(Rows rows, Optional<PgExpression> where) {
    return new Level(
        rows.source(), where, List.of(), rows.frame(), MapOrders.ofColumns(rows.frame()));
  }

  private static Level grouped(Aggregation aggregation, Rows rows, Optional<PgExpression> where) {
    if (aggregation.keys().isEmpty()) {
      var aggregates = aggregates(aggregation, new ExpressionRenderer(rows.frame()));
      var frame = new Frame(rows.frame().sources(), List.of(), aggregates);
      return new Level(rows.source(), where, List.of(), frame, MapOrders.none());
    }
    var inner = new GroupInputs(aggregation, rows.frame(), GROUPS);
    var source = new PgSelect.Derived(PgSelect.of(inner.items(), rows.source(), where), GROUPS);
    var frame = new Frame(Map.of(), inner.keys(), inner.aggregates());
    return new Level(Optional.of(source), Optional.empty(), inner.keys(), frame, inner.mapOrders());
  }

  private static List<PgExpression> aggregates(
      Aggregation aggregation, ExpressionRenderer renderer) {
    return aggregation.calls().stream()
        .map(call -> PgFunctions.aggregate(call, renderer.each(call.arguments())))
        .toList();
  }

  /// Without keys and aggregates PostgreSQL would not know that all rows are one group.
  private static Optional<PgExpression> having(Select select, ExpressionRenderer renderer) {
    var isOneGroup =
        select.aggregation().filter(a -> a.keys().isEmpty() && a.calls().isEmpty()).isPresent();
    return select
        .having()
        .map(renderer::render)
        .or(() -> isOneGroup ? Optional.of(TRUE) : Optional.empty());
  }

  private static Optional<PgExpression> limit(Select select) {
    return select.limit().map(rows -> new PgExpression.Bound(rows, PgTypes.BIGINT));
  }
}
