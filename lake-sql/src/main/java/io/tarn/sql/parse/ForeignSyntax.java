package io.tarn.sql.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What other dialects of SQL write, and how Trino says it. People bring such statements along.
final class ForeignSyntax {
  /// The parser often stumbles a little behind what it does not know.
  private static final int NEAR = 40;

  private static final List<Habit> HABITS =
      List.of(
          habit("::\\s*\\w+", "write CAST(x AS type)"),
          habit("(?i)\\bILIKE\\b", "write lower(x) LIKE lower(pattern)"),
          habit("(?i)\\b(RLIKE|REGEXP)\\b", "write regexp_like(x, pattern)"),
          habit("!?~\\*?", "write regexp_like(x, pattern)"),
          habit("(?i)\\bLIMIT\\s+[0-9]+\\s*,\\s*[0-9]+", "write OFFSET 5 LIMIT 10 for LIMIT 5, 10"),
          habit("(?i)\\bSELECT\\s+TOP\\b", "write LIMIT at the end of the statement"),
          habit("==", "write = for equality"),
          habit("&&", "write AND"),
          habit("->>?", "write element_at(map, 'key'), or json_extract_scalar(text, '$.key')"),
          habit("`", "write \" (U+0022) around a name"));

  private ForeignSyntax() {}

  private record Habit(Pattern pattern, String advice) {}

  private static Habit habit(String pattern, String advice) {
    return new Habit(Pattern.compile(pattern), advice);
  }

  /// What to write instead of what stands at the offset or shortly before it.
  static Optional<String> advice(String written, int offset) {
    var from = Math.max(0, offset - NEAR);
    var near = written.substring(from, Math.min(written.length(), offset + NEAR));
    return HABITS.stream()
        .filter(
            habit ->
                habit
                    .pattern()
                    .matcher(near)
                    .results()
                    .anyMatch(match -> match.start() <= offset - from))
        .map(Habit::advice)
        .findFirst();
  }
}
