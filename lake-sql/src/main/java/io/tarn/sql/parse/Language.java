package io.tarn.sql.parse;

import io.trino.sql.tree.Statement;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What of SQL a statement can use, by the names that people know. It is read from the table of
/// constructs, so it says what the gate does.
public final class Language {
  /// A word that authors write; of the other names few mean anything to somebody who writes SQL.
  private static final Pattern KEYWORD = Pattern.compile("\\b[A-Z][A-Z_]+\\b");

  private static final List<String> KNOWN_BY_OTHER_NAMES =
      List.of("*", "lambda", "method call", "sub-query", "subscript []", "table function");

  /// Words of supported constructs that stand in the name of none.
  private static final List<String> COMPANIONS =
      List.of(
          "AS ASC CROSS CURRENT DAY DESC DISTINCT ELSE END ESCAPE FILTER FOLLOWING FROM FULL",
          "GROUPS HAVING HOUR INNER LAST LEFT MINUTE MONTH NATURAL NEXT NULLS ON ONLY ORDINALITY",
          "OUTER PARTITION PRECEDING RANGE RIGHT ROWS SECOND THEN TIES TRY_CAST UNBOUNDED USING",
          "WHERE WITHIN YEAR");

  private Language() {}

  /// @param name such as `GROUP BY`, or `lambda` where it has no keyword
  public record Construct(String name, boolean isSupported) {}

  /// What queries are made of in Trino, in the order of the names.
  public static List<Construct> constructs() {
    var supported = new TreeMap<String, Boolean>(String.CASE_INSENSITIVE_ORDER);
    Constructs.decisions().entrySet().stream()
        .filter(decision -> !isOtherStatement(decision.getKey(), decision.getValue()))
        .map(decision -> decision.getValue())
        .filter(decision -> isKnown(decision.name()))
        .forEach(
            decision ->
                supported.merge(decision.name(), decision.supported(), Boolean::logicalAnd));
    return supported.entrySet().stream()
        .map(construct -> new Construct(construct.getKey(), construct.getValue()))
        .toList();
  }

  /// The statements of Trino that are no query, which are all refused.
  public static List<String> otherStatements() {
    return Constructs.decisions().entrySet().stream()
        .filter(decision -> isOtherStatement(decision.getKey(), decision.getValue()))
        .map(decision -> decision.getValue().name())
        .filter(name -> name.matches("[A-Z ]+"))
        .distinct()
        .sorted()
        .toList();
  }

  /// The keywords that a statement can have, in capitals and in order.
  public static List<String> keywords() {
    var names = constructs().stream().filter(Construct::isSupported).map(Construct::name);
    return Stream.concat(names, COMPANIONS.stream())
        .flatMap(words -> KEYWORD.matcher(words).results().map(MatchResult::group))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isKnown(String name) {
    return KEYWORD.matcher(name).find() || KNOWN_BY_OTHER_NAMES.contains(name);
  }

  private static boolean isOtherStatement(String node, Constructs.Decision decision) {
    return !decision.supported() && Statement.class.isAssignableFrom(classOf(node));
  }

  private static Class<?> classOf(String node) {
    try {
      return Class.forName(Statement.class.getPackageName() + "." + node);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the table of constructs names an unknown node", e);
    }
  }
}
