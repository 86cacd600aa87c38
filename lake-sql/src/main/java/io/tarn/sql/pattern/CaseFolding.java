package io.tarn.sql.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which characters Trino takes for the same where a pattern ignores case. ASCII letters have
/// fellows outside ASCII: the Kelvin sign is a `k`, the long s an `s`, and a few single characters
/// stand for two or three letters in a row, such as the sharp s for `ss`.
final class CaseFolding {
  private static final int KELVIN = 0x212A;
  private static final int LONG_S = 0x17F;

  private static final Map<String, CodePoints> LIGATURES =
      Map.of(
          "ss", CodePoints.of(0xDF),
          "ff", CodePoints.of(0xFB00),
          "fi", CodePoints.of(0xFB01),
          "fl", CodePoints.of(0xFB02),
          "ffi", CodePoints.of(0xFB03),
          "ffl", CodePoints.of(0xFB04),
          "st", CodePoints.of(0xFB05, 0xFB06));

  private CaseFolding() {}

  static boolean isAscii(CodePoints set) {
    return set.isEmpty() || set.ranges().getLast().last() < 0x80;
  }

  /// A set of ASCII characters with their fellows.
  static CodePoints close(CodePoints set) {
    var closed = set;
    for (int lower = 'a'; lower <= 'z'; lower++) {
      int upper = lower - 'a' + 'A';
      if (set.contains(lower) || set.contains(upper)) {
        closed = closed.union(CodePoints.of(lower)).union(CodePoints.of(upper));
        closed = lower == 'k' ? closed.union(CodePoints.of(KELVIN)) : closed;
        closed = lower == 's' ? closed.union(CodePoints.of(LONG_S)) : closed;
      }
    }
    return closed;
  }

  static boolean isLigature(char first, int second) {
    return LIGATURES.containsKey(lower(first + Character.toString(second)));
  }

  /// A run of ASCII characters as it matches without regard to case.
  static RegexNode fold(String run) {
    var parts = new ArrayList<RegexNode>();
    int at = 0;
    while (at < run.length()) {
      int end = clusterEnd(run, at);
      parts.add(cluster(run.substring(at, end)));
      at = end;
    }
    return RegexNode.sequence(parts);
  }

  /// The end of the letters from `start` that single characters may stand for.
  private static int clusterEnd(String run, int start) {
    int end = start + 1;
    while (end < run.length() && isLigature(run.charAt(end - 1), run.charAt(end))) {
      end++;
    }
    return end;
  }

  private static RegexNode cluster(String letters) {
    if (letters.isEmpty()) {
      return RegexNode.Sequence.EMPTY;
    }
    var choices = new ArrayList<RegexNode>();
    choices.add(then(close(CodePoints.of(letters.charAt(0))), letters.substring(1)));
    for (int length = 2; length <= Math.min(3, letters.length()); length++) {
      var ligature = LIGATURES.get(lower(letters.substring(0, length)));
      if (ligature != null) {
        choices.add(then(ligature, letters.substring(length)));
      }
    }
    return choices.size() == 1 ? choices.getFirst() : new RegexNode.Choice(choices);
  }

  private static RegexNode then(CodePoints first, String rest) {
    return RegexNode.sequence(List.of(new RegexNode.Chars(first), cluster(rest)));
  }

  /// How many letters of a row at most stand together; each doubles the alternatives.
  static int longestCluster(String run) {
    int longest = 0;
    for (int at = 0; at < run.length(); at = clusterEnd(run, at)) {
      longest = Math.max(longest, clusterEnd(run, at) - at);
    }
    return longest;
  }

  private static String lower(String ascii) {
    return ascii.toLowerCase(Locale.ROOT);
  }
}
