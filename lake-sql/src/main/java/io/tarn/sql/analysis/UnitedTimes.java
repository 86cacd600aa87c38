package io.tarn.sql.analysis;

import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Origin;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Symbol;
import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `eventData.eventTime` of events from outside AWS, a text, which Lake unites with times all the
/// same (Lake §3.4): on a side of a set operation it is a timestamp where another side has one, and
/// NULL where the text is no time.
///
/// ```
/// SELECT eventData.eventTime FROM a UNION SELECT eventTime FROM b
/// SELECT TRY_CAST(translate(eventData.eventTime, 'TZ', ' ') AS timestamp(3)) FROM a UNION ...
/// ```
final class UnitedTimes {
  private static final String STRUCT = "eventData";
  private static final String FIELD = "eventtime";

  private final AnalysisContext context;
  private final List<RelationPlan> sides;

  UnitedTimes(AnalysisContext context, List<RelationPlan> sides) {
    this.context = context;
    this.sides = sides;
  }

  /// The sides, each column of which is a time where that is needed.
  List<RelationPlan> timed() {
    return sides.stream().map(this::timed).toList();
  }

  private RelationPlan timed(RelationPlan side) {
    var shown = side.scope().shown();
    var columns = new ArrayList<Scope.Column>();
    var assignments = new ArrayList<Relation.Assignment>();
    for (int i = 0; i < shown.size(); i++) {
      var column = shown.get(i);
      var isTimed = isBesideTime(i) && isSentTime(side.relation(), column.symbol());
      var symbol =
          isTimed ? context.symbols().create(column.shownName(), Type.TIMESTAMP) : column.symbol();
      columns.add(new Scope.Column(column.relation(), column.name(), symbol, false));
      assignments.add(new Relation.Assignment(symbol, isTimed ? time(column) : column.reference()));
    }
    return columns.equals(shown)
        ? side
        : new RelationPlan(
            new Relation.Project(side.relation(), assignments),
            new Scope(columns, side.scope().outside()));
  }

  private boolean isBesideTime(int index) {
    return sides.stream()
        .map(side -> side.scope().shown())
        .anyMatch(
            columns ->
                index < columns.size()
                    && columns.get(index).symbol().type() instanceof Type.Timestamp);
  }

  private static boolean isSentTime(Relation relation, Symbol symbol) {
    return value(relation, symbol)
        .filter(
            value ->
                value instanceof Expression.Field(Expression.Reference(var struct, _), var at, _)
                    && struct.name().equalsIgnoreCase(STRUCT)
                    && struct.type() instanceof Type.Row(var fields)
                    && FIELD.equals(fields.get(at).name())
                    && fields.get(at).type() == Type.VARCHAR)
        .isPresent();
  }

  /// What a relation, or the one below it, computes for a symbol.
  private static Optional<Expression> value(Relation relation, Symbol symbol) {
    return relation instanceof Relation.Project(_, var assignments)
        ? assignments.stream()
            .filter(assignment -> assignment.symbol().equals(symbol))
            .map(Relation.Assignment::value)
            .findFirst()
        : relation.children().size() == 1
            ? value(relation.children().getFirst(), symbol)
            : Optional.empty();
  }

  private static Expression time(Scope.Column column) {
    var text =
        new Expression.Call(
            FunctionTable.get().operator("translate"),
            List.of(
                column.reference(),
                new Expression.Literal("TZ", Type.VARCHAR),
                new Expression.Literal(" ", Type.VARCHAR)),
            Type.VARCHAR,
            Origin.NONE);
    return new Expression.Cast(text, Type.TIMESTAMP, true, Origin.NONE);
  }
}
