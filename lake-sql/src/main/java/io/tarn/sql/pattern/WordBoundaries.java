package io.tarn.sql.pattern;

import io.tarn.sql.pattern.RegexNode.Anchor;
import io.tarn.sql.pattern.RegexNode.Chars;
import io.tarn.sql.pattern.RegexNode.Repeat;
import java.util.List;

/// Where Trino is not to be trusted with word boundaries: when a repeated dot has run to the end
/// of the text, Joni forgets which character came last. `.+\b` then matches behind a space.
final class WordBoundaries {
  private WordBoundaries() {}

  static boolean isDoubtful(RegexNode root) {
    return hasRepeatedDot(root) && hasDoubtfulBoundary(root);
  }

  private static boolean hasRepeatedDot(RegexNode node) {
    return (node instanceof Repeat repeat
            && repeat.max() == Repeat.UNBOUNDED
            && isDot(repeat.body()))
        || node.children().stream().anyMatch(WordBoundaries::hasRepeatedDot);
  }

  private static boolean isDot(RegexNode body) {
    return switch (body) {
      case Chars(var set) -> set.complement().ranges().size() <= 1;
      case RegexNode.Group _, Repeat _ -> isDot(body.children().getFirst());
      case RegexNode.Sequence _, RegexNode.Choice _ ->
          body.children().stream().anyMatch(WordBoundaries::isDot);
      case Anchor _, RegexNode.Look _ -> false;
    };
  }

  private static boolean hasDoubtfulBoundary(RegexNode node) {
    return switch (node) {
      case RegexNode.Sequence(var parts) -> hasDoubtfulBoundary(parts);
      case Anchor anchor -> isBoundary(anchor);
      case Chars _, RegexNode.Choice _, Repeat _, RegexNode.Group _, RegexNode.Look _ ->
          node.children().stream().anyMatch(WordBoundaries::hasDoubtfulBoundary);
    };
  }

  private static boolean hasDoubtfulBoundary(List<RegexNode> parts) {
    for (int at = 0; at < parts.size(); at++) {
      var part = parts.get(at);
      boolean isSettled =
          isBoundary(part)
              && ((at > 0 && parts.get(at - 1) instanceof Chars)
                  || !new RegexNode.Sequence(parts.subList(at, parts.size())).isNullable());
      if (!isSettled && hasDoubtfulBoundary(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBoundary(RegexNode node) {
    return node instanceof Anchor(var kind)
        && (kind == Anchor.Kind.WORD_BOUNDARY || kind == Anchor.Kind.NO_WORD_BOUNDARY);
  }
}
