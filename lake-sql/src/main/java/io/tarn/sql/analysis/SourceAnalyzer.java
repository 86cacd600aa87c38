package io.tarn.sql.analysis;

import io.tarn.sql.EventDataStore;
import io.tarn.sql.StatementException;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.Source;
import io.trino.sql.tree.AliasedRelation;
import io.trino.sql.tree.Relation;
import io.trino.sql.tree.Table;
import java.util.ArrayList;
import java.util.List;

/// What stands in FROM. Numbers the sources of the whole statement.
final class SourceAnalyzer {
  private final ParsedStatement statement;
  private final StoreResolver resolver;
  private final List<EventDataStore> named = new ArrayList<>();
  private int sources;

  SourceAnalyzer(ParsedStatement statement, List<EventDataStore> stores) {
    this.statement = statement;
    this.resolver = new StoreResolver(statement, stores);
  }

  Scope.NamedSource analyze(Relation node) {
    return switch (node) {
      case Table table -> new Scope.NamedSource(resolver.nameOf(table), scan(table));
      case AliasedRelation aliased -> aliased(aliased);
      default -> throw statement.unsupported(node);
    };
  }

  /// The event data stores that the statement has named so far, each once.
  List<EventDataStore> namedStores() {
    return named.stream().distinct().toList();
  }

  private Scope.NamedSource aliased(AliasedRelation node) {
    // the parser leaves the list out where there are none
    if (node.getColumnNames() != null && !node.getColumnNames().isEmpty()) {
      throw new StatementException.Unsupported(statement.location(node), "column list of an alias");
    }
    return new Scope.NamedSource(node.getAlias().getValue(), analyze(node.getRelation()).source());
  }

  private Source scan(Table table) {
    var store = resolver.resolve(table);
    named.add(store);
    return new Source.StoreScan(sources++, store);
  }
}
