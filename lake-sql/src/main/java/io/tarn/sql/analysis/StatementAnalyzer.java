package io.tarn.sql.analysis;

import io.tarn.sql.EventDataStore;
import io.tarn.sql.StatementException;
import io.tarn.sql.parse.ParsedStatement;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.QueryBody;
import io.trino.sql.tree.QuerySpecification;
import io.trino.sql.tree.Table;
import java.util.List;

/// Turns a parsed statement into the typed tree, against the event data stores of one tenant.
public final class StatementAnalyzer {
  private StatementAnalyzer() {}

  public static Analysis analyze(ParsedStatement statement, List<EventDataStore> stores) {
    Query query = statement.query();
    if (!(query.getQueryBody() instanceof QuerySpecification select)) {
      throw refusal(statement, query.getQueryBody());
    }
    var sources = new SourceAnalyzer(statement, stores);
    var tree = new SelectAnalyzer(statement, sources).analyze(select);
    return new Analysis(tree, sources.namedStores());
  }

  /// A table is supported in FROM, but `TABLE x` is a query by itself.
  private static StatementException refusal(ParsedStatement statement, QueryBody body) {
    return body instanceof Table
        ? new StatementException.Unsupported(statement.location(body), "TABLE")
        : statement.unsupported(body);
  }
}
