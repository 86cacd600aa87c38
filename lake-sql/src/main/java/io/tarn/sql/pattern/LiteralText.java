package io.tarn.sql.pattern;

import io.tarn.sql.pattern.RegexNode.Anchor;
import io.tarn.sql.pattern.RegexNode.Chars;
import java.util.List;
import java.util.Optional;

/// The text that a regular expression spells out.
final class LiteralText {
  private LiteralText() {}

  static List<RegexNode> parts(RegexNode root) {
    return root instanceof RegexNode.Sequence(var parts) ? parts : List.of(root);
  }

  static Optional<String> of(RegexNode root) {
    var parts = parts(root);
    var text = leading(parts);
    boolean isAll = text.codePointCount(0, text.length()) == parts.size();
    return isAll ? Optional.of(text) : Optional.empty();
  }

  static String prefix(RegexNode root) {
    var parts = parts(root);
    boolean isAnchored =
        !parts.isEmpty()
            && parts.getFirst() instanceof Anchor(var kind)
            && kind == Anchor.Kind.TEXT_START;
    return isAnchored ? leading(parts.subList(1, parts.size())) : "";
  }

  private static String leading(List<RegexNode> parts) {
    var text = new StringBuilder();
    for (var part : parts) {
      if (!(part instanceof Chars(var set)) || !set.isSingle()) {
        break;
      }
      text.appendCodePoint(set.first());
    }
    return text.toString();
  }
}
