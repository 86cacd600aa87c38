package io.tarn.sql.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Java's own regular expressions: those of Trino, as long as only `\n` ends a line and there are
/// only ASCII characters.
final class JavaRegex implements RegexEngine {
  @Override
  public String answer(Use use, String pattern, String subject) {
    var matcher = Pattern.compile(pattern, Pattern.UNIX_LINES).matcher(subject);
    return switch (use) {
      case MATCH -> String.valueOf(matcher.find());
      case COUNT -> String.valueOf(matcher.results().count());
      case REPLACE -> matcher.replaceAll(RegexEngine.replacement(matcher.groupCount()));
      case SPLIT -> split(matcher.results().toList(), subject);
      case EXTRACT_ALL -> String.join(";", matcher.results().map(JavaRegex::groups).toList());
      case EXTRACT ->
          matcher.find()
              ? subject.codePointCount(0, matcher.start()) + 1 + ":" + groups(matcher)
              : "-";
    };
  }

  private static String groups(MatchResult match) {
    var groups = new ArrayList<@Nullable String>();
    for (int group = Math.min(1, match.groupCount()); group <= match.groupCount(); group++) {
      groups.add(match.group(group));
    }
    return RegexEngine.joined(groups);
  }

  private static String split(List<MatchResult> matches, String subject) {
    var parts = new ArrayList<@Nullable String>();
    int end = 0;
    for (var match : matches) {
      parts.add(subject.substring(end, match.start()));
      end = match.end();
    }
    parts.add(subject.substring(end));
    return RegexEngine.joined(parts);
  }
}
