package io.tarn.sql;

import io.tarn.sql.oracle.MovedLiterals;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Moves a published statement to where the corpus has events. For every statement the same:
///
/// 1. The name of a store becomes `config` where the query has `eventData.resourceType`, `activity`
///    where it has other fields of `eventData` or of `metadata`, and `main` elsewhere. The queries
///    that `UNION` puts together count one by one.
/// 2. The date of a time that `eventTime` has to be above becomes the first day of 2014, that of a
///    time it has to be below the first day of 2028; placeholders for such times are midnights.
/// 3. Days counted back from `now()` become 36500.
/// 4. `LIMIT` without `ORDER BY`, under which any rows are right, becomes so large that it has all.
/// 5. A column `map`, which stands for any map, becomes `requestParameters`.
/// 6. Literals that leave no event: see [MovedLiterals].
///
/// The corpus's events are of 2014 to 2026.
record MovedStatement(String published, MovedLiterals literals) {
  private static final Pattern UNION = Pattern.compile("(?i)(?<=\\sunion\\s)");
  private static final Pattern BOUND =
      Pattern.compile(
          "(?i)(\\beventtime\\s*)([<>])(=?\\s*')"
              + "(?:\\$?\\{\\w+\\}|\\d{4}-\\d\\d-\\d\\d((?:[ T][\\d:.]+Z?)?))'");
  private static final Pattern DAYS_AGO =
      Pattern.compile("(?i)(date_add\\('day',\\s*)-\\d+(,\\s*now\\(\\)\\))");
  private static final Pattern MAP = Pattern.compile("(?i)\\.map\\b");
  private static final Pattern LIMIT = Pattern.compile("(?i)\\blimit\\s+\\d+");

  String text() {
    var text =
        UNION.splitAsStream(published).map(MovedStatement::stored).collect(Collectors.joining());
    var moved = BOUND.matcher(text).replaceAll(MovedStatement::bound);
    moved = MAP.matcher(moved).replaceAll(".requestParameters");
    moved = DAYS_AGO.matcher(moved).replaceAll("$1-36500$2");
    return literals.move(withAllRows(moved));
  }

  private static String stored(String query) {
    return query.replace("$EDS_ID", store(query.toLowerCase(Locale.ROOT)));
  }

  private static String store(String query) {
    if (query.contains("eventdata.resourcetype")) {
      return "config";
    }
    return query.contains("eventdata.") || query.contains("metadata.") ? "activity" : "main";
  }

  private static String bound(MatchResult bound) {
    var day = bound.group(2).equals(">") ? "2014-01-01" : "2028-01-01";
    var time = bound.group(4) == null ? " 00:00:00" : bound.group(4);
    return bound.group(1) + bound.group(2) + bound.group(3) + day + time + "'";
  }

  private static String withAllRows(String statement) {
    return statement.toLowerCase(Locale.ROOT).contains("order by")
        ? statement
        : LIMIT.matcher(statement).replaceAll("LIMIT 1000000");
  }
}
