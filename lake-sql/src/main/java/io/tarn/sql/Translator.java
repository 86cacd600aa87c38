package io.tarn.sql;

import io.tarn.sql.analysis.Analysis;
import io.tarn.sql.analysis.StatementAnalyzer;
import io.tarn.sql.parameter.Parameters;
import io.tarn.sql.parse.Faults;
import io.tarn.sql.parse.Placeholder;
import io.tarn.sql.parse.StatementParser;
import io.tarn.sql.render.RelationRenderer;
import io.tarn.sql.render.postgres.PostgresDialect;
import io.tarn.sql.rule.CountMatched;
import io.tarn.sql.rule.PushTimeRange;
import io.tarn.sql.rule.Rules;
import io.tarn.sql.tree.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Translates statements in Lake SQL. Keeps nothing between calls and may be shared by threads.
public final class Translator {
  private final StatementParser parser = new StatementParser();

  /// Translates one statement.
  ///
  /// @throws StatementException the first fault, with its place and construct
  public Translation translate(String statement, TranslationContext context) {
    return rendered(analysed(statement, context), context, false);
  }

  /// The same, for a run that is to know how many events its rows are made of.
  public Translation translateToRun(String statement, TranslationContext context) {
    return rendered(analysed(statement, context), context, true);
  }

  /// Without the rules of these names: for tests that compare answers.
  Translation translateWithout(Set<String> rules, String statement, TranslationContext context) {
    var analysis = analysed(statement, context);
    var tree = Rules.applyWithout(rules, analysis.tree(), analysis.symbols());
    return rendered(analysis, tree, Optional.empty(), context);
  }

  /// The names of the parameters that a statement uses, in the order of its text.
  public static List<String> parametersOf(String statement) {
    return StatementParser.placeholders(statement).stream()
        .map(Placeholder::name)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /// Which ends of the window of a scheduled run a statement reads: `start`, `endPosition`.
  public static Set<String> windowEndsOf(String statement) {
    return StatementParser.placeholders(statement).stream()
        .filter(placeholder -> placeholder.name().equals(Parameters.WINDOW))
        .map(placeholder -> placeholder.member().orElse(""))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// All faults of a statement in the order of its text, as far as they can be told apart; none of
  /// one that can be translated.
  public List<StatementException> faults(String statement, TranslationContext context) {
    var faults = new Faults();
    faults.readAll(
        () -> {
          var analysis = read(statement, context, faults);
          if (faults.inOrder().isEmpty()) {
            rendered(analysis, context, false);
          }
        });
    return faults.inOrder();
  }

  private Analysis analysed(String statement, TranslationContext context) {
    var faults = new Faults();
    var analysis = new AtomicReference<@Nullable Analysis>();
    faults.readAll(() -> analysis.set(read(statement, context, faults)));
    var first = faults.inOrder().stream().findFirst();
    if (first.isPresent()) {
      throw first.get();
    }
    return Objects.requireNonNull(analysis.get(), "neither read nor at fault");
  }

  private Analysis read(String statement, TranslationContext context, Faults faults) {
    var parsed = parser.parse(statement, faults);
    return StatementAnalyzer.analyze(parsed, context.stores(), context.now(), context.parameters());
  }

  private static Translation rendered(
      Analysis analysis, TranslationContext context, boolean countsMatched) {
    var counted =
        countsMatched
            ? CountMatched.apply(analysis.tree(), analysis.symbols())
                .map(tree -> Rules.apply(tree, analysis.symbols()))
            : Optional.<Relation>empty();
    var tree = Rules.apply(analysis.tree(), analysis.symbols());
    return rendered(analysis, tree, counted, context);
  }

  /// @param counted the tree with the count of events behind its outputs
  private static Translation rendered(
      Analysis analysis, Relation tree, Optional<Relation> counted, TranslationContext context) {
    var rendered =
        RelationRenderer.of(new PostgresDialect(context.tenantSchema()))
            .render(counted.orElse(tree));
    var shown = tree.outputs().size();
    return new Translation(
        rendered.sql().text(),
        rendered.sql().parameters(),
        columns(analysis, tree, rendered),
        analysis.stores(),
        PushTimeRange.rangeOf(tree),
        tree,
        counted.isPresent() ? OptionalInt.of(shown + 1) : OptionalInt.empty());
  }

  private static List<OutputColumn> columns(
      Analysis analysis, Relation tree, RelationRenderer.Rendered rendered) {
    var columns = new ArrayList<OutputColumn>();
    for (int i = 0; i < tree.outputs().size(); i++) {
      var type = tree.outputs().get(i).type();
      var reader = ColumnReader.of(type, i + 1, rendered.companions().get(i));
      columns.add(new OutputColumn(analysis.names().get(i), type, reader));
    }
    return columns;
  }
}
