package io.tarn.sql.analysis;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an author may have meant by a name that nothing has.
final class Hints {
  private Hints() {}

  /// Null where no known name is near.
  static @Nullable String didYouMean(String name, Collection<String> known) {
    return known.stream()
        .map(candidate -> new Guess(candidate, distance(lower(name), lower(candidate))))
        .filter(guess -> guess.distance() <= allowed(name))
        .min(Comparator.comparingInt(Guess::distance).thenComparing(Guess::name))
        .map(guess -> "did you mean " + guess.name() + "?")
        .orElse(null);
  }

  private record Guess(String name, int distance) {}

  /// One slip of the hand in three characters.
  private static int allowed(String name) {
    return Math.min(3, Math.max(1, name.length() / 3));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// How many characters must be added, taken out or changed.
  private static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    for (int at = 0; at <= other.length(); at++) {
      row[at] = at;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
