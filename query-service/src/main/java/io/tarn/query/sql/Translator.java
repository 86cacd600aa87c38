package io.tarn.query.sql;

import io.tarn.query.sql.analysis.StatementAnalyzer;
import io.tarn.query.sql.parse.StatementParser;
import io.tarn.query.sql.render.postgres.PostgresRenderer;
import io.tarn.query.sql.rule.Rules;
import io.tarn.query.sql.rule.TimeRanges;

/// Translates statements in Lake SQL. Keeps nothing between calls and may be shared by threads.
public final class Translator {
  private final StatementParser parser = new StatementParser();

  /// Translates one statement, or refuses it with the place and the construct.
  public Translation translate(String statement, TranslationContext context)
      throws StatementException {
    var parsed = parser.parse(statement);
    var analysis = StatementAnalyzer.analyze(parsed, context.stores());
    var tree = Rules.apply(analysis.tree());
    var rendering = new PostgresRenderer(context.tenantSchema()).render(tree);
    return new Translation(
        rendering.sql(),
        rendering.parameters(),
        rendering.columns(),
        analysis.stores(),
        TimeRanges.of(tree),
        tree);
  }
}
