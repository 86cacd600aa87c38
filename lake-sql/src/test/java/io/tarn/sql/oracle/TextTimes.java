package io.tarn.sql.oracle;

import io.trino.sql.tree.BetweenPredicate;
import io.trino.sql.tree.ComparisonPredicate;
import io.trino.sql.tree.DistinctFromPredicate;
import io.trino.sql.tree.Expression;
import io.trino.sql.tree.InListExpression;
import io.trino.sql.tree.InPredicate;
import io.trino.sql.tree.Predicate;
import io.trino.sql.tree.Predicated;
import io.trino.sql.tree.SingleColumn;
import io.trino.sql.tree.StringLiteral;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Texts beside timestamp columns as timestamps: dates, and dates with a time in SQL's form or in
/// ISO's. A column counts by its name, also under an alias that the statement gives it.
final class TextTimes {
  private static final Set<String> COLUMNS = Set.of("eventtime", "creationdate");
  private static final Pattern TIME =
      Pattern.compile(
          "'(\\d{4}-\\d\\d-\\d\\d)(?:[Tt ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?)([Zz]|[+-]\\d\\d:\\d\\d)?)?'");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private TextTimes() {}

  static String typed(String statement) {
    return ParsedText.of(statement).map(TextTimes::typed).orElse(statement);
  }

  private static String typed(ParsedText text) {
    var columns = columns(text);
    for (var predicated : text.all(Predicated.class)) {
      var operands =
          Stream.concat(
                  Stream.of(predicated.getValue()), operands(predicated.getPredicate()).stream())
              .toList();
      if (operands.stream().anyMatch(operand -> isTime(operand, columns))) {
        operands.stream()
            .filter(StringLiteral.class::isInstance)
            .forEach(literal -> text.changeText((StringLiteral) literal, TextTimes::timestamp));
      }
    }
    return text.edited();
  }

  private static List<Expression> operands(Predicate predicate) {
    return switch (predicate) {
      case ComparisonPredicate comparison -> List.of(comparison.getRight());
      case DistinctFromPredicate distinct -> List.of(distinct.getRight());
      case BetweenPredicate between -> List.of(between.getMin(), between.getMax());
      case InPredicate in when in.getValueList() instanceof InListExpression list ->
          list.getValues();
      default -> List.of();
    };
  }

  private static Set<String> columns(ParsedText text) {
    var columns = new HashSet<>(COLUMNS);
    var aliased =
        text.all(SingleColumn.class).stream()
            .filter(column -> column.getAlias().isPresent())
            .toList();
    for (boolean isGrowing = true; isGrowing; ) {
      isGrowing =
          columns.addAll(
              aliased.stream()
                  .filter(column -> isTime(column.getExpression(), columns))
                  .map(column -> ParsedText.lastName(column.getAlias().orElseThrow()))
                  .toList());
    }
    return columns;
  }

  /// Of the fields of `eventData`, that of evidence is a timestamp, that of an activity a text.
  private static boolean isTime(Expression expression, Set<String> columns) {
    var name = ParsedText.lastName(expression);
    return ParsedText.ownerName(expression).equals("eventdata")
        ? name.equals("time")
        : columns.contains(name);
  }

  private static String timestamp(String literal) {
    var parts = TIME.matcher(literal);
    if (!parts.matches()) {
      return literal;
    }
    var date = parts.group(1);
    var time = Objects.requireNonNullElse(parts.group(2), "00:00:00");
    var zone = Objects.requireNonNullElse(parts.group(3), "Z").toUpperCase(Locale.ROOT);
    return "timestamp '" + (zone.equals("Z") ? date + " " + time : utc(date, time, zone)) + "'";
  }

  private static String utc(String date, String time, String zone) {
    return UTC.format(
        OffsetDateTime.parse(date + "T" + time + zone).withOffsetSameInstant(ZoneOffset.UTC));
  }
}
