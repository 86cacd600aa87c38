package io.tarn.sql.oracle;

import io.trino.sql.ExpressionFormatter;
import io.trino.sql.tree.AliasedRelation;
import io.trino.sql.tree.ComparisonPredicate;
import io.trino.sql.tree.Expression;
import io.trino.sql.tree.InListExpression;
import io.trino.sql.tree.InPredicate;
import io.trino.sql.tree.LikePredicate;
import io.trino.sql.tree.LogicalExpression;
import io.trino.sql.tree.Predicated;
import io.trino.sql.tree.QuerySpecification;
import io.trino.sql.tree.Relation;
import io.trino.sql.tree.StringLiteral;
import io.trino.sql.tree.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Literals of WHERE that no event has become ones that some have, as Trino counts them.
///
/// Where no event meets the conditions of a table, each `= 'text'`, `IN ('text', ...)` and `LIKE`
/// is tried, in order, beside the conditions that are neither, and beside those tried before. One
/// that leaves no event gets as its first text the most frequent value that is left there, where a
/// pattern keeps the `%` at its ends. All other conditions stay.
public final class MovedLiterals {
  private final Map<String, String> tables;
  private final Function<String, Answer> trino;

  /// @param tables see [LakeDeviations#toTrino]
  public MovedLiterals(Map<String, String> tables, Function<String, Answer> trino) {
    this.tables = tables;
    this.trino = trino;
  }

  /// The statement with other literals; as it is where it does not parse.
  public String move(String statement) {
    var text = StoreNames.unended(statement);
    return ParsedText.of(text).map(this::move).orElse(text) + statement.substring(text.length());
  }

  private String move(ParsedText text) {
    for (var query : text.all(QuerySpecification.class)) {
      if (query.getWhere().isPresent()) {
        query
            .getFrom()
            .flatMap(MovedLiterals::table)
            .ifPresent(table -> move(text, table, terms(query.getWhere().orElseThrow())));
      }
    }
    return text.edited();
  }

  private void move(ParsedText text, String table, List<Expression> terms) {
    if (!isEmpty(table, terms.stream().map(ExpressionFormatter::formatExpression).toList())) {
      return;
    }
    var kept =
        terms.stream()
            .filter(term -> literal(term).isEmpty())
            .map(ExpressionFormatter::formatExpression)
            .collect(Collectors.toCollection(ArrayList::new));
    for (var term : terms) {
      literal(term).ifPresent(literal -> move(text, table, kept, (Predicated) term, literal));
    }
  }

  private void move(
      ParsedText text, String table, List<String> kept, Predicated term, StringLiteral literal) {
    var value = ExpressionFormatter.formatExpression(term.getValue());
    var published = ExpressionFormatter.formatExpression(term);
    var frequent = mostFrequent(table, kept, value, published);
    if (frequent.isPresent()) {
      boolean isPattern = term.getPredicate() instanceof LikePredicate;
      var moved = framed(literal.getValue(), frequent.get(), isPattern);
      text.changeText(literal, _ -> moved);
      kept.add(value + (isPattern ? " LIKE " : " = ") + moved);
    } else {
      kept.add(published);
    }
  }

  private static String framed(String pattern, String value, boolean isPattern) {
    var text =
        (isPattern && pattern.startsWith("%") ? "%" : "")
            + value
            + (isPattern && pattern.endsWith("%") ? "%" : "");
    return "'" + text.replace("'", "''") + "'";
  }

  private boolean isEmpty(String table, List<String> terms) {
    var one = "select 1 from " + table + where(terms) + " limit 1";
    return ask(one) instanceof Answer.Rows(_, var rows) && rows.isEmpty();
  }

  /// The most frequent value; empty where some event meets the term, or no event has a value.
  private Optional<String> mostFrequent(
      String table, List<String> terms, String value, String term) {
    var known = new ArrayList<>(terms);
    known.add(value + " IS NOT NULL");
    var counts =
        "select %s, bool_or(%s), count(*) from %s%s group by 1 order by 2 desc, 3 desc, 1 limit 1"
            .formatted(value, term, table, where(known));
    return ask(counts) instanceof Answer.Rows(_, var rows)
            && !rows.isEmpty()
            && Boolean.FALSE.equals(rows.getFirst().get(1))
        ? Optional.of(String.valueOf(rows.getFirst().getFirst()))
        : Optional.empty();
  }

  private Answer ask(String statement) {
    return trino.apply(LakeDeviations.toTrino(statement, tables));
  }

  private static String where(List<String> terms) {
    return terms.isEmpty()
        ? ""
        : terms.stream().collect(Collectors.joining(") and (", " where (", ")"));
  }

  private static Optional<String> table(Relation relation) {
    return switch (relation) {
      case Table table -> Optional.of(table.getName().toString());
      case AliasedRelation aliased ->
          table(aliased.getRelation()).map(name -> name + " " + aliased.getAlias());
      default -> Optional.empty();
    };
  }

  private static List<Expression> terms(Expression condition) {
    return condition instanceof LogicalExpression logical
            && logical.getOperator() == LogicalExpression.Operator.AND
        ? logical.getTerms().stream().flatMap(term -> terms(term).stream()).toList()
        : List.of(condition);
  }

  /// The literal of a condition that may be moved.
  private static Optional<StringLiteral> literal(Expression term) {
    return term instanceof Predicated predicated
        ? switch (predicated.getPredicate()) {
          case ComparisonPredicate c when c.getOperator() == ComparisonPredicate.Operator.EQUAL ->
              text(c.getRight());
          case InPredicate in
              when !in.isNegated() && in.getValueList() instanceof InListExpression list ->
              text(list.getValues().getFirst());
          case LikePredicate like when !like.isNegated() -> text(like.getPattern());
          default -> Optional.empty();
        }
        : Optional.empty();
  }

  private static Optional<StringLiteral> text(Expression expression) {
    return expression instanceof StringLiteral literal ? Optional.of(literal) : Optional.empty();
  }
}
