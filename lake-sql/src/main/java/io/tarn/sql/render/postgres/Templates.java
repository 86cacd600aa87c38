package io.tarn.sql.render.postgres;

import io.tarn.sql.render.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Fills the templates of the table of functions.
final class Templates {
  private static final Pattern BLANK =
      Pattern.compile("\\{([a-z]+:)?([0-9]*)(\\*|:json)?\\}|\\{(distinct|order)\\}|#");

  private Templates() {}

  /// What stands in the blanks of one call.
  ///
  /// @param arguments in the form that their parameters ask for
  /// @param encoded the same as jsonb
  /// @param facts what `{kind:0}` and its like stand for
  record Filling(
      List<Sql> arguments,
      Function<Integer, Sql> encoded,
      Function<String, String> facts,
      boolean isDistinct,
      Sql order,
      Sql suffix) {
    Filling {
      arguments = List.copyOf(arguments);
    }
  }

  static Sql fill(String template, Filling filling, boolean hasSuffix) {
    var parts = new ArrayList<Object>();
    var matcher = BLANK.matcher(template);
    var end = 0;
    while (matcher.find()) {
      if (matcher.group().equals("#") && !hasSuffix) {
        continue;
      }
      parts.add(template.substring(end, matcher.start()));
      parts.add(blank(matcher.group(), filling));
      end = matcher.end();
    }
    parts.add(template.substring(end));
    return Sql.join(parts.toArray());
  }

  private static Object blank(String blank, Filling filling) {
    var inside = blank.length() > 1 ? blank.substring(1, blank.length() - 1) : blank;
    var arguments = filling.arguments();
    if (inside.equals("#")) {
      return filling.suffix();
    }
    if (inside.equals("distinct")) {
      return filling.isDistinct() ? "DISTINCT " : "";
    }
    if (inside.equals("order")) {
      return filling.order();
    }
    if (inside.endsWith("*")) {
      var from =
          inside.length() == 1 ? 0 : Integer.parseInt(inside.substring(0, inside.length() - 1));
      return Sql.list(", ", arguments.subList(from, arguments.size()));
    }
    if (inside.endsWith(":json")) {
      return filling.encoded().apply(Integer.parseInt(inside.substring(0, inside.indexOf(':'))));
    }
    return Character.isDigit(inside.charAt(0))
        ? arguments.get(Integer.parseInt(inside))
        : filling.facts().apply(inside);
  }
}
