package io.tarn.sql.parse;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Characters that word processors and web pages put in place of those that SQL knows.
final class PastedCharacters {
  private static final Pasted TEXT_QUOTE =
      new Pasted('\'', "a typographic quote", "type ' (U+0027) around a text");
  private static final Pasted NAME_QUOTE =
      new Pasted(
          '"',
          "a typographic quote",
          "type ' (U+0027) around a text, or \" (U+0022) around a name");
  private static final Pasted MINUS = new Pasted('-', "a typographic dash", "type - (U+002D)");
  private static final Pasted SPACE =
      new Pasted(' ', "a space that SQL does not know", "type a plain space (U+0020)");

  private static final Map<Character, Pasted> KNOWN =
      Map.ofEntries(
          Map.entry('\u2018', TEXT_QUOTE),
          Map.entry('\u2019', TEXT_QUOTE),
          Map.entry('\u201A', TEXT_QUOTE),
          Map.entry('\u201B', TEXT_QUOTE),
          Map.entry('\u2032', TEXT_QUOTE),
          Map.entry('\u00B4', TEXT_QUOTE),
          Map.entry('\u2039', TEXT_QUOTE),
          Map.entry('\u203A', TEXT_QUOTE),
          Map.entry('\uFF07', TEXT_QUOTE),
          Map.entry('\u201C', NAME_QUOTE),
          Map.entry('\u201D', NAME_QUOTE),
          Map.entry('\u201E', NAME_QUOTE),
          Map.entry('\u201F', NAME_QUOTE),
          Map.entry('\u2033', NAME_QUOTE),
          Map.entry('\u00AB', NAME_QUOTE),
          Map.entry('\u00BB', NAME_QUOTE),
          Map.entry('\uFF02', NAME_QUOTE),
          Map.entry('\u2010', MINUS),
          Map.entry('\u2011', MINUS),
          Map.entry('\u2012', MINUS),
          Map.entry('\u2013', MINUS),
          Map.entry('\u2014', MINUS),
          Map.entry('\u2212', MINUS),
          Map.entry('\u00A0', SPACE),
          Map.entry('\u2007', SPACE),
          Map.entry('\u200B', SPACE),
          Map.entry('\u202F', SPACE),
          Map.entry('\uFEFF', SPACE));

  private PastedCharacters() {}

  /// @param meant what SQL has in its place
  record Pasted(char meant, String kind, String advice) {
    boolean isQuote() {
      return meant == '\'' || meant == '"';
    }
  }

  static Optional<Pasted> at(String text, int offset) {
    return Optional.ofNullable(KNOWN.get(text.charAt(offset)));
  }

  /// The first typographic quote of a text, wherever it stands.
  static OptionalInt firstQuote(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (at(text, at).filter(Pasted::isQuote).isPresent()) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }
}
