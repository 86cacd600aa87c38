package io.tarn.scheduler.ledger.change;

import java.util.Locale;

/// Patterns in which `*` stands for any number of characters and `?` for one. Time is bounded by
/// the product of both lengths, whatever the pattern.
public final class Glob {
  private Glob() {}

  public static boolean fits(String pattern, String text) {
    int at = 0;
    int read = 0;
    int star = -1;
    int starRead = 0;
    while (read < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        starRead = read;
      } else if (at < pattern.length() && isSame(pattern.charAt(at), text.charAt(read))) {
        at++;
        read++;
      } else if (star >= 0) {
        at = star + 1;
        read = ++starRead;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  private static boolean isSame(char wanted, char found) {
    return wanted == '?' || wanted == found;
  }

  /// The same, whatever the case of letters.
  public static boolean fitsAnyCase(String pattern, String text) {
    return fits(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
  }
}
