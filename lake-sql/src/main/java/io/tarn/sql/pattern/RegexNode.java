package io.tarn.sql.pattern;

import java.util.ArrayList;
import java.util.List;

/// A regular expression, free of everything that depends on its notation.
sealed interface RegexNode {
  int MOST_SIZE = 1_000_000;

  /// One character of a set.
  record Chars(CodePoints set) implements RegexNode {}

  record Sequence(List<RegexNode> parts) implements RegexNode {
    static final Sequence EMPTY = new Sequence(List.of());

    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /// Alternatives, the preferred one first.
  record Choice(List<RegexNode> alternatives) implements RegexNode {
    public Choice {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// @param max [#UNBOUNDED] for no limit
  record Repeat(RegexNode body, int min, int max, boolean isGreedy) implements RegexNode {
    static final int UNBOUNDED = -1;

    boolean isAtMostOnce() {
      return max == 0 || max == 1;
    }
  }

  record Group(int number, RegexNode body) implements RegexNode {}

  record Anchor(Kind kind) implements RegexNode {
    enum Kind {
      TEXT_START,
      TEXT_END,
      /// At the end, or before a newline that ends the text.
      LAST_LINE_END,
      LINE_START,
      LINE_END,
      WORD_BOUNDARY,
      NO_WORD_BOUNDARY
    }
  }

  record Look(boolean isAhead, boolean isNegative, RegexNode body) implements RegexNode {}

  static RegexNode sequence(List<RegexNode> parts) {
    var flat = new ArrayList<RegexNode>();
    for (var part : parts) {
      if (part instanceof Sequence(var inner)) {
        flat.addAll(inner);
      } else {
        flat.add(part);
      }
    }
    return flat.size() == 1 ? flat.getFirst() : new Sequence(flat);
  }

  default List<RegexNode> children() {
    return switch (this) {
      case Chars _, Anchor _ -> List.of();
      case Sequence(var parts) -> parts;
      case Choice(var alternatives) -> alternatives;
      case Repeat repeat -> List.of(repeat.body);
      case Group group -> List.of(group.body);
      case Look look -> List.of(look.body);
    };
  }

  default boolean hasGroup() {
    return this instanceof Group || children().stream().anyMatch(RegexNode::hasGroup);
  }

  default boolean isAssertion() {
    return this instanceof Anchor || this instanceof Look;
  }

  default boolean hasAssertion() {
    return isAssertion() || children().stream().anyMatch(RegexNode::hasAssertion);
  }

  /// Whether this can match without a character.
  default boolean isNullable() {
    return switch (this) {
      case Chars _ -> false;
      case Anchor _, Look _ -> true;
      case Sequence(var parts) -> parts.stream().allMatch(RegexNode::isNullable);
      case Choice(var alternatives) -> alternatives.stream().anyMatch(RegexNode::isNullable);
      case Repeat repeat -> repeat.min == 0 || repeat.body.isNullable();
      case Group group -> group.body.isNullable();
    };
  }

  /// How many characters this is once counted repetitions are written out, up to [#MOST_SIZE].
  default int size() {
    return switch (this) {
      case Chars _, Anchor _ -> 1;
      case Repeat repeat ->
          Math.min(MOST_SIZE, repeat.body.size() * Math.max(1, Math.max(repeat.min, repeat.max)));
      case Sequence _, Choice _, Group _, Look _ ->
          children().stream()
              .mapToInt(RegexNode::size)
              .reduce(1, (a, b) -> Math.min(MOST_SIZE, a + b));
    };
  }
}
