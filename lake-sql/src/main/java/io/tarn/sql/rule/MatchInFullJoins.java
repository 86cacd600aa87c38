package io.tarn.sql.rule;

import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Call;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Operators;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relation.Assignment;
import io.tarn.sql.tree.Relation.Join;
import io.tarn.sql.tree.Relation.JoinKind;
import io.tarn.sql.tree.Relation.Project;
import io.tarn.sql.tree.Relations;
import io.tarn.sql.tree.Symbol;
import io.tarn.sql.tree.Symbols;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// PostgreSQL can only join fully by something that is equal on both sides: where the condition has
/// none, both sides get a column of the same value.
///
/// ```
/// before  a FULL JOIN b ON a.x < b.y
/// after   (a with 1 AS m) FULL JOIN (b with 1 AS n) ON m = n AND a.x < b.y
/// ```
final class MatchInFullJoins implements Rule {
  private static final String NAME = "match";

  @Override
  public Relation apply(Relation relation, Symbols symbols) {
    return Relations.mapUp(
        relation,
        part ->
            part instanceof Join join && join.kind() == JoinKind.FULL && !hasMatch(join)
                ? matched(join, symbols)
                : part);
  }

  private static Relation matched(Join join, Symbols symbols) {
    var left = symbols.create(NAME, Type.INTEGER);
    var right = symbols.create(NAME, Type.INTEGER);
    var match = Operators.condition(Operators.EQUAL, Reference.to(left), Reference.to(right));
    var condition =
        Operators.conjunction(Stream.concat(Stream.of(match), join.condition().stream()).toList());
    var both =
        new Join(
            JoinKind.FULL,
            with(join.left(), left),
            with(join.right(), right),
            Optional.of(condition));
    return new Project(both, own(join));
  }

  private static Relation with(Relation side, Symbol match) {
    var assignments = new ArrayList<>(own(side));
    assignments.add(new Assignment(match, new Literal(1L, Type.INTEGER)));
    return new Project(side, assignments);
  }

  private static List<Assignment> own(Relation relation) {
    return relation.outputs().stream()
        .map(symbol -> new Assignment(symbol, Reference.to(symbol)))
        .toList();
  }

  private static boolean hasMatch(Join join) {
    var left = Set.copyOf(join.left().outputs());
    var right = Set.copyOf(join.right().outputs());
    return join.condition().stream()
        .flatMap(condition -> Operators.conjuncts(condition).stream())
        .anyMatch(term -> isMatch(term, left, right));
  }

  private static boolean isMatch(Expression term, Set<Symbol> left, Set<Symbol> right) {
    if (!(term instanceof Call call)
        || !call.function().name().equals(Operators.EQUAL)
        || !isHashed(call.arguments().getFirst().type())) {
      return false;
    }
    var one = symbols(call.arguments().getFirst());
    var other = symbols(call.arguments().getLast());
    return (isWithin(one, left) && isWithin(other, right))
        || (isWithin(one, right) && isWithin(other, left));
  }

  private static boolean isHashed(Type type) {
    return TypeRules.isWhole(type)
        || type == Type.VARCHAR
        || type == Type.DATE
        || type instanceof Type.Timestamp;
  }

  private static boolean isWithin(Set<Symbol> some, Set<Symbol> side) {
    return !some.isEmpty() && side.containsAll(some);
  }

  private static Set<Symbol> symbols(Expression expression) {
    return expression
        .all()
        .filter(Reference.class::isInstance)
        .map(part -> ((Reference) part).symbol())
        .collect(Collectors.toSet());
  }
}
