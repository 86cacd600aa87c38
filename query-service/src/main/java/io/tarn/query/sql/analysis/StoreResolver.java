package io.tarn.query.sql.analysis;

import io.tarn.query.sql.EventDataStore;
import io.tarn.query.sql.StatementException;
import io.tarn.query.sql.parse.ParsedStatement;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.Table;
import java.util.List;
import java.util.stream.Collectors;

/// Finds the event data store that a table name stands for: its id, its ARN, its name, or
/// `$EDS_ID`.
final class StoreResolver {
  static final String DEFAULT_STORE = "$EDS_ID";

  private final ParsedStatement statement;
  private final List<EventDataStore> stores;

  StoreResolver(ParsedStatement statement, List<EventDataStore> stores) {
    this.statement = statement;
    this.stores = stores;
  }

  EventDataStore resolve(Table table) {
    if (table.getBranch().isPresent()) {
      throw new StatementException.Unsupported(statement.place(table), "table branch");
    }
    var name = nameOf(table);
    return stores.stream()
        .filter(store -> isNamed(store, name))
        .findFirst()
        .orElseThrow(() -> unknown(table, name));
  }

  /// The name that the author wrote, which qualifies columns where there is no alias.
  String nameOf(Table table) {
    return table.getName().getOriginalParts().stream()
        .map(Identifier::getValue)
        .map(statement.text()::nameOf)
        .collect(Collectors.joining("."));
  }

  private static boolean isNamed(EventDataStore store, String name) {
    return name.equalsIgnoreCase(DEFAULT_STORE)
        ? store.isDefault()
        : store.id().toString().equalsIgnoreCase(name)
            || store.arn().equals(name)
            || store.name().equalsIgnoreCase(name);
  }

  private StatementException unknown(Table table, String name) {
    return new StatementException.UnknownName(
        statement.place(table), "table", "there is no event data store '" + name + "'");
  }
}
