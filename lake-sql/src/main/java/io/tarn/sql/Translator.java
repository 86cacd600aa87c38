package io.tarn.sql;

import io.tarn.sql.analysis.Analysis;
import io.tarn.sql.analysis.StatementAnalyzer;
import io.tarn.sql.parse.Faults;
import io.tarn.sql.parse.StatementParser;
import io.tarn.sql.render.postgres.PostgresRenderer;
import io.tarn.sql.rule.CountMatched;
import io.tarn.sql.rule.Rules;
import io.tarn.sql.rule.TimeRanges;
import java.util.List;
import java.util.OptionalInt;

/// Translates statements in Lake SQL. Keeps nothing between calls and may be shared by threads.
public final class Translator {
  private final StatementParser parser = new StatementParser();

  /// Translates one statement, or refuses it with the place and the construct.
  public Translation translate(String statement, TranslationContext context)
      throws StatementException {
    return rendered(read(statement, context, Faults.strict()), context, false);
  }

  /// The same, for a run that is to know how many events its rows are made of.
  public Translation translateToRun(String statement, TranslationContext context)
      throws StatementException {
    return rendered(read(statement, context, Faults.strict()), context, true);
  }

  /// All faults of a statement in the order of its text, as far as they can be told apart; none of
  /// one that can be translated.
  public List<StatementException> faults(String statement, TranslationContext context) {
    var faults = new Faults.Gathered();
    faults.readAll(() -> read(statement, context, faults));
    return faults.inOrder();
  }

  private Analysis read(String statement, TranslationContext context, Faults faults) {
    var parsed = parser.parse(statement, faults);
    return StatementAnalyzer.analyze(parsed, context.stores());
  }

  private static Translation rendered(
      Analysis analysis, TranslationContext context, boolean countsMatched) {
    var tree = Rules.apply(analysis.tree());
    var counts = countsMatched && CountMatched.counts(tree);
    var rendering =
        new PostgresRenderer(context.tenantSchema())
            .render(counts ? CountMatched.apply(tree) : tree);
    var shown = tree.projections().size();
    return new Translation(
        rendering.sql(),
        rendering.parameters(),
        rendering.columns().subList(0, shown),
        analysis.stores(),
        TimeRanges.of(tree),
        tree,
        counts ? OptionalInt.of(shown + 1) : OptionalInt.empty());
  }
}
