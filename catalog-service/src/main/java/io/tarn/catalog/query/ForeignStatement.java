package io.tarn.catalog.query;

import io.tarn.sql.Translator;
import io.tarn.sql.parameter.ParameterDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A statement as people keep it in files of their own: without a head, and with placeholders of
/// many kinds for stores and values.
///
/// | written | becomes |
/// | --- | --- |
/// | `<EDS ID>`; anything in `<>`, `{}` or `${}` after FROM or JOIN | `$EDS_ID` |
/// | `'${name}'`, `${name}`, `'{{name}}'`, `'<name>'` | `{{name}}` |
///
/// @param parameters declarations of all placeholders, with the types that their uses suggest
/// @param proposals constants that could be parameters
record ForeignStatement(
    @Nullable String title,
    String statement,
    List<ParameterDeclaration> parameters,
    List<Proposal> proposals) {
  private static final Pattern STORE =
      Pattern.compile(
          "(?i)<\\s*(?:eds|event[ _-]?data[ _-]?store)[ _-]?(?:id|arn|name)?\\s*>"
              + "|(?<=\\b(?:from|join)\\s{1,10})(?:<[^<>\\n]{1,60}>|\\$?\\{{1,2}[^{}\\n]{1,60}\\}{1,2})");

  private static final Pattern VALUE =
      Pattern.compile(
          "'\\$\\{([^{}'\\n]{1,60})\\}'|\\$\\{([^{}'\\n]{1,60})\\}"
              + "|'\\{\\{([^{}'\\n]{1,60})\\}\\}'|'<([^<>'\\n]{1,60})>'");

  private static final Pattern COMPARED =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)\\s*(?:=|<>|!=|>=|<=|>|<)\\s*('(?:[^']|'')*')");

  private static final Pattern USED =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)\\s*(?:=|<>|!=|>=|<=|>|<)\\s*\\{\\{(\\w+)\\}\\}");

  private static final int MOST_PROPOSALS = 20;

  /// A constant that could be a parameter.
  ///
  /// @param name a name for the parameter
  /// @param type the type that the constant's column suggests
  /// @param constant with its quotes
  /// @param line where it stands, from 1
  public record Proposal(String name, String type, String constant, int line) {}

  static ForeignStatement of(String text) {
    var stored = STORE.matcher(text.strip()).replaceAll("\\$EDS_ID");
    var statement = VALUE.matcher(stored).replaceAll(found -> "{{" + nameOf(nameIn(found)) + "}}");
    return new ForeignStatement(
        titleOf(statement), statement, parameters(statement), proposals(statement));
  }

  private static String nameIn(MatchResult found) {
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return found.group(group);
      }
    }
    throw new IllegalStateException("a placeholder has a name");
  }

  private static String nameOf(String written) {
    var name = written.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    var fit = name.replaceAll("^_+|_+$", "");
    return fit.isEmpty() || !Character.isLetter(fit.charAt(0)) ? "value_" + fit : fit;
  }

  private static @Nullable String titleOf(String statement) {
    var first = statement.lines().findFirst().orElse("");
    var comment = first.startsWith("--") ? first.substring(2).strip() : "";
    var title = comment.replaceFirst("(?i)^title:\\s*", "");
    return title.isEmpty() || title.length() > 200 ? null : title;
  }

  private static List<ParameterDeclaration> parameters(String statement) {
    var ranges = new HashSet<String>();
    Pattern.compile("\\{\\{\\s*(\\w+)\\.(?:start|end)\\s*\\}\\}")
        .matcher(statement)
        .results()
        .forEach(found -> ranges.add(found.group(1)));
    return Translator.parametersOf(statement).stream()
        .map(
            name ->
                ranges.contains(name)
                    ? declaration(name, "time-range", "last 7 days")
                    : declaration(name, typeOf(columnOf(name, statement)), null))
        .toList();
  }

  private static String columnOf(String name, String statement) {
    return USED.matcher(statement)
        .results()
        .filter(found -> found.group(2).equals(name))
        .map(found -> found.group(1))
        .findFirst()
        .orElse(name);
  }

  private static List<Proposal> proposals(String statement) {
    var proposals = new ArrayList<Proposal>();
    COMPARED
        .matcher(statement)
        .results()
        .limit(MOST_PROPOSALS)
        .forEach(
            found ->
                proposals.add(
                    new Proposal(
                        nameOf(found.group(1)),
                        typeOf(found.group(1)),
                        found.group(2),
                        1
                            + (int)
                                statement
                                    .substring(0, found.start(2))
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count())));
    return List.copyOf(proposals);
  }

  /// The type of the values of a column, by its name.
  private static String typeOf(String column) {
    var name = column.toLowerCase(Locale.ROOT);
    if (name.endsWith("eventtime") || name.contains("date") || name.endsWith("_time")) {
      return "timestamp";
    }
    if (name.endsWith("accountid") || name.endsWith("account_id") || name.equals("account")) {
      return "account";
    }
    if (name.endsWith("region")) {
      return "region";
    }
    return name.equals("eventname") || name.equals("event_name") ? "event-name" : "text";
  }

  private static ParameterDeclaration declaration(
      String name, String type, @Nullable String fallback) {
    return new ParameterDeclaration(
        name, type, null, null, null, fallback, null, null, null, null, null);
  }
}
