package io.tarn.sql.pattern;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// How many characters a regular expression matches, where that is settled.
final class FixedLength {
  private FixedLength() {}

  /// Whether Trino lets the body stand in a look-behind: each alternative has its length.
  static boolean isLookBehind(RegexNode body) {
    return body instanceof RegexNode.Choice(var alternatives)
        ? alternatives.stream().allMatch(alternative -> of(alternative).isPresent())
        : of(body).isPresent();
  }

  static OptionalInt of(RegexNode node) {
    return switch (node) {
      case RegexNode.Chars _ -> OptionalInt.of(1);
      case RegexNode.Anchor _, RegexNode.Look _ -> OptionalInt.of(0);
      case RegexNode.Group group -> of(group.body());
      case RegexNode.Sequence(var parts) -> sum(parts);
      case RegexNode.Choice(var alternatives) -> same(alternatives);
      case RegexNode.Repeat repeat when repeat.min() == repeat.max() ->
          times(of(repeat.body()), repeat.min());
      case RegexNode.Repeat _ -> OptionalInt.empty();
    };
  }

  private static OptionalInt times(OptionalInt length, int count) {
    return length.isPresent() ? OptionalInt.of(length.getAsInt() * count) : length;
  }

  private static OptionalInt sum(Iterable<RegexNode> parts) {
    int sum = 0;
    for (var part : parts) {
      var length = of(part);
      if (length.isEmpty()) {
        return length;
      }
      sum += length.getAsInt();
    }
    return OptionalInt.of(sum);
  }

  private static OptionalInt same(Iterable<RegexNode> alternatives) {
    @Nullable OptionalInt common = null;
    for (var alternative : alternatives) {
      var length = of(alternative);
      if (length.isEmpty() || (common != null && !common.equals(length))) {
        return OptionalInt.empty();
      }
      common = length;
    }
    return common == null ? OptionalInt.of(0) : common;
  }
}
