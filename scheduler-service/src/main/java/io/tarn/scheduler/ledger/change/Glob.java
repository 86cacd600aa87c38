package io.tarn.scheduler.ledger.change;

import io.tarn.scheduler.data.WildcardPattern;
import java.util.Locale;

/// Patterns in which `*` stands for any number of characters and `?` for one.
public final class Glob {
  private Glob() {}

  public static boolean fits(String pattern, String text) {
    return new WildcardPattern(pattern).matches(text);
  }

  /// The same, whatever the case of letters.
  public static boolean fitsAnyCase(String pattern, String text) {
    return fits(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
  }
}
