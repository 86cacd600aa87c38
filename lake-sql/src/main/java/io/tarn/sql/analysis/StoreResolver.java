package io.tarn.sql.analysis;

import io.tarn.common.schema.EventCategory;
import io.tarn.sql.EventDataStore;
import io.tarn.sql.NamedTable;
import io.tarn.sql.StatementException;
import io.tarn.sql.SystemTable;
import io.trino.sql.tree.Table;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what a table name stands for: an event data store by its id, its ARN, its name, or
/// `$EDS_ID`; or a system table.
final class StoreResolver {
  private static final String DEFAULT_STORE = "$EDS_ID";

  /// The ways to name a store; the first that finds one counts, so no name hides an id.
  private static final List<BiPredicate<EventDataStore, String>> WAYS =
      List.of(
          (store, name) -> name.equalsIgnoreCase(DEFAULT_STORE) && store.isDefault(),
          (store, name) -> store.id().toString().equalsIgnoreCase(name),
          (store, name) -> store.arn().equals(name),
          (store, name) -> store.name().equals(name),
          (store, name) -> store.name().equalsIgnoreCase(name));

  private final AnalysisContext context;

  StoreResolver(AnalysisContext context) {
    this.context = context;
  }

  NamedTable resolve(Table table) {
    if (table.getBranch().isPresent() || table.getQueryPeriod().isPresent()) {
      throw context.unsupported(table, "table branch or version");
    }
    var name = nameOf(table);
    return WAYS.stream()
        .flatMap(way -> context.stores().stream().filter(store -> way.test(store, name)))
        .<NamedTable>map(store -> store)
        .findFirst()
        .or(() -> SystemTable.of(name))
        .orElseGet(() -> unknown(table, name));
  }

  /// The name that the author wrote, which qualifies columns where there is no alias.
  String nameOf(Table table) {
    return table.getName().getOriginalParts().stream()
        .map(context::nameOf)
        .collect(Collectors.joining("."));
  }

  /// The columns are judged by those of CloudTrail events, so that further faults are found.
  private EventDataStore unknown(Table table, String name) {
    var names =
        Stream.concat(context.stores().stream(), SystemTable.ALL.stream())
            .map(NamedTable::name)
            .toList();
    context
        .statement()
        .faults()
        .report(
            new StatementException.UnknownName(
                    context.location(table), "table", "there is no event data store '" + name + "'")
                .withHint(Hints.didYouMean(name, names)));
    return new EventDataStore(new UUID(0, 0), name, "", EventCategory.CLOUDTRAIL, false);
  }
}
