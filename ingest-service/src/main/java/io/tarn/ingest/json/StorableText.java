package io.tarn.ingest.json;

/// Text as a PostgreSQL column can hold it.
public final class StorableText {
  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  /// The same text with NUL and lone surrogates replaced by U+FFFD.
  public static String of(String text) {
    int at = firstUnstorable(text, 0);
    return at < 0 ? text : replaceFrom(text, at);
  }

  /// Whether the text is well-formed Unicode: no lone surrogate.
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!isPairAt(text, i)) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static int firstUnstorable(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return i;
      }
      if (Character.isSurrogate(c)) {
        if (!isPairAt(text, i)) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  private static String replaceFrom(String text, int first) {
    var storable = new StringBuilder(text);
    for (int at = first; at >= 0; at = firstUnstorable(text, at + 1)) {
      storable.setCharAt(at, REPLACEMENT);
    }
    return storable.toString();
  }

  private static boolean isPairAt(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }
}
