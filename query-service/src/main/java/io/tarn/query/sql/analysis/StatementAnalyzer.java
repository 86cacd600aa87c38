package io.tarn.query.sql.analysis;

import io.tarn.query.sql.EventDataStore;
import io.tarn.query.sql.parse.ParsedStatement;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.QuerySpecification;
import java.util.List;

/// Turns a parsed statement into the typed tree, against the event data stores of one tenant.
public final class StatementAnalyzer {
  private StatementAnalyzer() {}

  public static Analysis analyze(ParsedStatement statement, List<EventDataStore> stores) {
    Query query = statement.query();
    if (!(query.getQueryBody() instanceof QuerySpecification select)) {
      throw statement.unsupported(query.getQueryBody());
    }
    var sources = new SourceAnalyzer(statement, stores);
    var tree = new SelectAnalyzer(statement, sources).analyze(select);
    return new Analysis(tree, sources.namedStores());
  }
}
