package io.tarn.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes statements of our language at random: every clause, every type beside every other of its
/// kind. The same seed makes the same statements.
final class StatementGenerator {
  private enum Kind {
    TEXT,
    TIME,
    TRUTH,
    NUMBER,
    OTHER
  }

  private static final Map<Kind, List<String>> COLUMNS =
      Map.of(
          Kind.TEXT,
          List.of(
              "eventName",
              "userIdentity.arn",
              "element_at(requestParameters, 'imageId')",
              "eventJsonChecksum",
              "sessionCredentialFromConsole",
              "element_at(resources, 1).arn",
              "e.userIdentity.sessionContext.sessionIssuer.userName"),
          Kind.TIME,
          List.of(
              "eventTime",
              "receivedTime",
              "e.eventtime",
              "userIdentity.sessionContext.attributes.creationDate"),
          Kind.TRUTH,
          List.of("readOnly", "managementEvent", "(eventName like 'R%')", "(errorCode is null)"),
          Kind.NUMBER,
          List.of("ingestPosition", "calendarday"),
          Kind.OTHER,
          List.of(
              "requestParameters",
              "userIdentity",
              "resources",
              "element_at(resources, -1)",
              "eventContext.tagContext.principalTags",
              "userIdentity.sessionContext"));

  private static final Map<Kind, List<String>> LITERALS =
      Map.of(
          Kind.TEXT,
          List.of("'RunInstances'", "''", "'it''s'", "null", "true"),
          Kind.TIME,
          List.of("'2023-05-01'", "'2023-05-01T10:00:00Z'", "timestamp '2024-01-01 00:00'", "null"),
          Kind.TRUTH,
          List.of("true", "false", "'true'", "null"),
          Kind.NUMBER,
          List.of("1", "20230501", "-3", "5000000000", "1.5", "2e7", "null"),
          Kind.OTHER,
          List.of("null"));

  private final Random random;

  StatementGenerator(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    var items = some(1 + random.nextInt(4), this::item);
    var keys = items.stream().filter(item -> !isAggregate(item)).toList();
    var isGrouped = items.stream().anyMatch(StatementGenerator::isAggregate);
    var statement = new StringBuilder("select ");
    statement.append(!isGrouped && random.nextInt(4) == 0 ? "distinct " : "");
    statement.append(named(items)).append(" from $EDS_ID as e");
    statement.append(random.nextInt(3) > 0 ? " where " + condition(2) : "");
    statement.append(isGrouped && !keys.isEmpty() ? " group by " + list(keys) : "");
    statement.append(isGrouped && random.nextBoolean() ? " having count(*) > 0" : "");
    statement.append(" order by " + (1 + random.nextInt(items.size())) + one(" asc", " desc", ""));
    statement.append(one(" nulls first", " nulls last", "")).append(one(" limit 3", ""));
    return statement.toString();
  }

  private static String named(List<String> items) {
    return list(
        IntStream.range(0, items.size()).mapToObj(i -> items.get(i) + " as x" + i).toList());
  }

  private static String list(List<String> parts) {
    return parts.stream().collect(Collectors.joining(", "));
  }

  private String item() {
    var column = of(COLUMNS, kind());
    return switch (random.nextInt(6)) {
      case 0 -> one("min", "max", "count") + "(" + column + ")";
      case 1 -> one("count(*)", "sum(calendarday)", "count(distinct " + column + ")");
      default -> column;
    };
  }

  private static boolean isAggregate(String item) {
    return item.matches("(min|max|count|sum)\\(.*");
  }

  private String condition(int depth) {
    return switch (depth == 0 ? 9 : random.nextInt(6)) {
      case 0 -> "not (" + condition(depth - 1) + ")";
      case 1 -> "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
      case 2 -> condition(depth - 1) + " and " + condition(depth - 1);
      default -> predicate(kind());
    };
  }

  private String predicate(Kind kind) {
    var column = of(COLUMNS, kind);
    return switch (random.nextInt(7)) {
      case 0 -> column + one(" is null", " is not null");
      case 1 -> column + one(" in (", " not in (") + list(some(3, () -> of(LITERALS, kind))) + ")";
      case 2 -> column + " between " + of(LITERALS, kind) + " and " + of(LITERALS, kind);
      case 3 -> column + " is distinct from " + of(LITERALS, kind);
      case 4 -> of(LITERALS, kind) + one(" = ", " < ", " >= ") + column;
      case 5 -> of(COLUMNS, Kind.TEXT) + one(" like '%a_'", " not like 'a!%' escape '!'");
      default -> column + one(" = ", " <> ", " > ", " <= ") + of(COLUMNS, kind);
    };
  }

  private Kind kind() {
    return Kind.values()[random.nextInt(Kind.values().length)];
  }

  private String of(Map<Kind, List<String>> choices, Kind kind) {
    var list = choices.getOrDefault(kind, List.of());
    return list.get(random.nextInt(list.size()));
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static List<String> some(int count, Supplier<String> make) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      parts.add(make.get());
    }
    return parts;
  }
}
