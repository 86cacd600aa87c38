package io.tarn.catalog.query;

import java.util.List;
import java.util.regex.Pattern;

/// What people type, with the words that queries use for the same.
final class SearchWords {
  private static final List<Synonym> SYNONYMS =
      List.of(
          synonym("log(?:ged|ging)?[ -]?(?:in|on)", "sign-in"),
          synonym("logins?|logons?", "sign-in"),
          synonym("passwords? (?:guess\\w*|wrong)|wrong passwords?", "failed sign-in"),
          synonym("(?:him|her|one|them)sel(?:f|ves)", "own"),
          synonym("rights|privileges?", "permissions"),
          synonym("0\\.0\\.0\\.0/0|::/0", "open internet world"));

  private SearchWords() {}

  private record Synonym(Pattern written, String meant) {}

  private static Synonym synonym(String written, String meant) {
    return new Synonym(
        Pattern.compile("\\b(?:" + written + ")\\b", Pattern.CASE_INSENSITIVE), meant);
  }

  /// The words themselves and, after them, what they mean as well.
  static String of(String typed) {
    var words = new StringBuilder(typed);
    for (var synonym : SYNONYMS) {
      if (synonym.written().matcher(typed).find()) {
        words.append(' ').append(synonym.meant());
      }
    }
    return words.toString();
  }
}
