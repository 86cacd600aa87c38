package io.tarn.sql.oracle;

import java.util.List;
import java.util.Map;

/// What Lake's dialect has and Trino's has not, written in Trino's words. A statement without any
/// of it stays as it is to the letter.
///
/// The column `calendarday` (Lake §3.4) needs no rule: the oracle's tables of events have it as a
/// hidden one.
public final class LakeDeviations {
  static final List<Rule> RULES =
      List.of(
          new Rule("3.1", "a semicolon may end the statement", (s, _) -> StoreNames.unended(s)),
          new Rule("3.1", "stores are named by id, ARN or placeholder", StoreNames::replaced),
          new Rule("3.4", "text beside a timestamp column is a time", (s, _) -> TextTimes.typed(s)),
          new Rule(
              "3.4",
              "sessionCredentialFromConsole, a text, compares with a truth value",
              (s, _) -> TextTruths.quoted(s)),
          new Rule(
              "3.4",
              "eventData.eventTime, a text, is united with times",
              (s, _) -> UnitedTimes.typed(s)),
          new Rule("3.4", "LIKE sees the text of a map", (s, _) -> MapTexts.rendered(s)),
          new Rule(
              "3.3",
              "the alias of UNNEST stands for the value of a row",
              (s, _) -> RowAliases.named(s)));

  private LakeDeviations() {}

  /// The statement for Trino.
  ///
  /// @param tables the tables of the stores, by their ids, ARNs and names; that of `$EDS_ID` stands
  ///     for any placeholder
  public static String toTrino(String statement, Map<String, String> tables) {
    var text = statement;
    for (var rule : RULES) {
      text = rule.rewrite().apply(text, tables);
    }
    return text;
  }

  /// @param section of the Lake reference
  record Rule(String section, String deviation, Rewrite rewrite) {}

  interface Rewrite {
    String apply(String statement, Map<String, String> tables);
  }
}
